import { Trans, useTranslation } from 'react-i18next'
import type { BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { majorityNeeded, quorumNeeded } from '@mutuo/shared/ballots/tally.ts'
import { percent } from '../../platform/format.ts'
import { Card } from '../../ui/card.tsx'
import classes from './ballots.module.css'

/** How a bid wins, said before anybody votes. */
export const RulesCard = ({ ballot }: { ballot: BallotView }) => {
  const { t } = useTranslation('ballots')
  const { rules, participation, group } = ballot
  const total = participation.eligibleHeads
  const quorum = quorumNeeded(total, rules.quorumHeadsBp)
  const majority = majorityNeeded(total, rules.majorityHeadsBp)
  const steps = [
    {
      title: t('rules.quorum.title'),
      text: t('rules.quorum.text', { count: quorum, total, euros: percent(rules.quorumEurosBp / 10_000) }),
    },
    {
      title: t('rules.majority.title'),
      text: (
        <>
          {t(`rules.majority.${rules.method}`, { count: majority, total })}{' '}
          <Trans
            t={t}
            i18nKey="rules.majority.euros"
            values={{ euros: percent(rules.majorityEurosBp / 10_000) }}
            components={[<strong key="and" />]}
          />
        </>
      ),
    },
    {
      title: t(`rules.best.${rules.method}.title`),
      text: `${t(`rules.best.${rules.method}.text`)} ${t('rules.best.tie', { association: group.association })}`,
    },
  ]
  return (
    <Card flat plain aria-labelledby="rules">
      <h2 className="sr" id="rules">
        {t('rules.title')}
      </h2>
      <ol className={classes['rules']}>
        {steps.map(({ title, text }) => (
          <li key={title}>
            <h3>{title}</h3>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </Card>
  )
}
