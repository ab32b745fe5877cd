import { useTranslation } from 'react-i18next'
import type { GroupRules } from '@mutuo/shared/groups/group.schema.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import classes from './groups.module.css'

/** The rules in plain words. */
export const RulesCard = ({ rules }: { rules: GroupRules }) => {
  const { t } = useTranslation('groups')
  const share = (bp: number) => bp / 10_000
  const said = [
    { name: t('said.choice'), text: t(`rules.method.${rules.ballotMethod}`) },
    { name: t('said.quorum'), text: t('said.quorumText', { heads: share(rules.quorumHeadsBp), euros: share(rules.quorumEurosBp) }) },
    {
      name: t('said.majority'),
      text: t('said.majorityText', { heads: share(rules.majorityHeadsBp), euros: share(rules.majorityEurosBp) }),
    },
    { name: t('said.secrecy'), text: t(rules.anonymousBallots ? 'said.anonymous' : 'said.named') },
    {
      name: t('said.proxies'),
      text: rules.proxiesPerHolder === 0 ? t('rules.noProxies') : t('rules.proxies', { count: rules.proxiesPerHolder }),
    },
    {
      name: t('said.secondRound'),
      text: rules.secondRoundDays === 0 ? t('rules.noSecondRound') : t('rules.days', { count: rules.secondRoundDays }),
    },
    { name: t('said.acceptance'), text: t(`rules.acceptance.${rules.commonAcceptance}`) },
    { name: t('said.silence'), text: t('said.silenceText', { count: rules.tacitAcceptanceDays }) },
    { name: t('said.grace'), text: t('said.graceText', { count: rules.graceDays }) },
    { name: t('said.notice'), text: t('said.noticeText', { count: rules.noticeDays }) },
    { name: t('said.commission'), text: t('said.commissionText', { share: share(rules.commissionBp) }) },
  ]
  return (
    <Card tight aria-labelledby="regles">
      <CardHead id="regles" title={t('said.title')} />
      <dl className={classes['rules']}>
        {said.map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
