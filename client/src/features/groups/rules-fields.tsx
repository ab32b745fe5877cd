import { Checkbox, NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { GroupRules } from '@mutuo/shared/groups/group.schema.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import classes from './groups.module.css'

type Props = { rules: GroupRules; change: (part: Partial<GroupRules>) => void }
type NumberRule =
  | 'quorumHeadsBp'
  | 'quorumEurosBp'
  | 'majorityHeadsBp'
  | 'majorityEurosBp'
  | 'tacitAcceptanceDays'
  | 'graceDays'
  | 'noticeDays'
  | 'commissionBp'
  | 'proxiesPerHolder'
  | 'secondRoundDays'

/** The values that make sense, in the words of each rule; a text of its own says each. */
const choices: Record<NumberRule, readonly number[]> = {
  quorumHeadsBp: [0, 3_300, 5_000, 6_700],
  quorumEurosBp: [0, 3_300, 5_000, 6_700],
  majorityHeadsBp: [5_000, 6_000, 6_700],
  majorityEurosBp: [5_000, 6_000, 6_700],
  tacitAcceptanceDays: [7, 10, 14, 21, 30],
  graceDays: [3, 5, 7, 10, 14],
  noticeDays: [15, 30, 45, 60, 90],
  commissionBp: [0, 100, 200, 300, 500, 1_000],
  proxiesPerHolder: [0, 1, 2, 3, 5],
  secondRoundDays: [0, 2, 3, 5, 7],
}
const isShare = (rule: NumberRule) => rule.endsWith('Bp')

/** What the charter settles for every need of the group. */
export const RulesFields = ({ rules, change }: Props) => {
  const { t } = useTranslation('groups')
  const labelOf = (rule: NumberRule, value: number) => {
    if (isShare(rule)) return t('rules.share', { share: value / 10_000 })
    if (rule === 'proxiesPerHolder') return value === 0 ? t('rules.noProxies') : t('rules.proxies', { count: value })
    return rule === 'secondRoundDays' && value === 0 ? t('rules.noSecondRound') : t('rules.days', { count: value })
  }
  const select = (rule: NumberRule) => (
    <NativeSelect
      key={rule}
      label={t(`rules.${rule}`)}
      description={t(`rules.${rule}Hint`)}
      value={String(rules[rule])}
      onChange={(event) => change({ [rule]: Number(event.currentTarget.value) })}
      data={withCurrent(choices[rule], rules[rule]).map((value) => ({
        value: String(value),
        label: labelOf(rule, value),
      }))}
    />
  )
  return (
    <Card>
      <CardHead title={t('form.rules')} hint={t('form.rulesHint')} />
      <NativeSelect
        label={t('rules.ballotMethod')}
        value={rules.ballotMethod}
        onChange={(event) => change({ ballotMethod: event.currentTarget.value as GroupRules['ballotMethod'] })}
        data={(['score', 'approval', 'ranked', 'consent'] as const).map((value) => ({ value, label: t(`rules.method.${value}`) }))}
      />
      <div className={classes['two']}>
        {(['quorumHeadsBp', 'quorumEurosBp', 'majorityHeadsBp', 'majorityEurosBp', 'proxiesPerHolder', 'secondRoundDays'] as const).map(
          select,
        )}
      </div>
      <NativeSelect
        label={t('rules.commonAcceptance')}
        value={rules.commonAcceptance}
        onChange={(event) => change({ commonAcceptance: event.currentTarget.value as GroupRules['commonAcceptance'] })}
        description={t(`rules.acceptanceHint.${rules.commonAcceptance}`)}
        data={(['majority_by_euros', 'all', 'delegates'] as const).map((value) => ({ value, label: t(`rules.acceptance.${value}`) }))}
      />
      <div className={classes['two']}>{(['tacitAcceptanceDays', 'graceDays', 'noticeDays', 'commissionBp'] as const).map(select)}</div>
      {(['resultsHidden', 'anonymousBallots', 'needsApproval', 'amountsOpenToAssociation'] as const).map((rule) => (
        <Checkbox
          key={rule}
          label={t(`rules.${rule}`)}
          description={t(`rules.${rule}Hint`)}
          checked={rules[rule]}
          onChange={(event) => change({ [rule]: event.currentTarget.checked })}
        />
      ))}
    </Card>
  )
}

const withCurrent = (values: readonly number[], current: number) => [...new Set([...values, current])].sort((a, b) => a - b)
