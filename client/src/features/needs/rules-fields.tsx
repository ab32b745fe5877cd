import { Checkbox, NativeSelect, Radio } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { MOST_NEGOTIATION_DAYS } from '@mutuo/shared/needs/need.schema.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import type { NeedDraft } from './need-draft.ts'
import type { FieldsProps } from './fields-props.ts'

type Rules = NeedDraft['rules']
const methods: readonly Rules['ballotMethod'][] = ['score', 'approval', 'ranked', 'consent']

/** Days, as they can be chosen. */
const negotiations = [0, 2, 3, 5, 7, 10, MOST_NEGOTIATION_DAYS]

/** Who finds the need, when bids are seen, and how the choice is made. */
export const RulesFields = ({ draft, change }: FieldsProps) => {
  const { t } = useTranslation('needs')
  const { rules } = draft
  const set = (part: Partial<Rules>) => change({ rules: { ...rules, ...part } })
  return (
    <Card>
      <CardHead title={t('form.rules')} />
      <Radio.Group
        label={t('form.visibility')}
        value={rules.visibility}
        onChange={(visibility) => set({ visibility: visibility as Rules['visibility'] })}
      >
        <Radio value="public" label={t('form.visibilityPublic')} />
        <Radio value="group" label={t('form.visibilityGroup')} />
      </Radio.Group>
      <Checkbox
        label={t('form.bidsDuringGathering')}
        description={t('form.bidsDuringGatheringHint')}
        checked={rules.bidsDuringGathering}
        onChange={(event) => set({ bidsDuringGathering: event.currentTarget.checked })}
      />
      <Checkbox
        label={t('form.bidsSealed')}
        description={t('form.bidsSealedHint')}
        checked={rules.bidsSealed}
        onChange={(event) => set({ bidsSealed: event.currentTarget.checked })}
      />
      <NativeSelect
        label={t('form.negotiationDays')}
        description={t('form.negotiationDaysHint')}
        value={String(rules.negotiationDays ?? 0)}
        onChange={(event) => set({ negotiationDays: Number(event.currentTarget.value) })}
        data={negotiations.map((days) => ({
          value: String(days),
          label: t('form.negotiation', { count: days, context: days === 0 ? 'none' : '' }),
        }))}
      />
      <NativeSelect
        label={t('form.ballotMethod')}
        description={t(`form.method.${rules.ballotMethod}.hint`)}
        value={rules.ballotMethod}
        onChange={(event) => set({ ballotMethod: event.currentTarget.value as Rules['ballotMethod'] })}
        data={methods.map((method) => ({ value: method, label: t(`form.method.${method}.label`) }))}
      />
    </Card>
  )
}
