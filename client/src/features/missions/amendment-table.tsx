import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AmendmentView } from '@mutuo/shared/missions/amendment.schema.ts'
import { money } from '../../platform/format.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { When } from '../../ui/when.tsx'

type Milestone = AmendmentView['milestones'][number]
type Side = NonNullable<Milestone['before']>

/** Before and after, one line a milestone: its words, its day, its price and the reader's part of it. */
export const AmendmentTable = ({ amendment }: { amendment: AmendmentView }) => {
  const { t } = useTranslation('contract')
  return (
    <DataTable
      caption={t('amendment.caption')}
      head={[t('work.milestone'), t('amendment.before'), t('amendment.after')]}
      rows={amendment.milestones.map((milestone) => ({
        key: milestone.id,
        cells: [
          (milestone.after ?? milestone.before)?.title ?? '',
          milestone.before ? <Words key="before" side={milestone.before} of={milestone} /> : t('amendment.added'),
          milestone.after ? <Words key="after" side={milestone.after} of={milestone} /> : t('amendment.removed'),
        ],
      }))}
    />
  )
}

const Words = ({ side, of }: { side: Side; of: Milestone }) => {
  const { t } = useTranslation('contract')
  const lines: [string, ReactNode][] = [
    ...(of.isScope ? ([['title', side.title], ...(side.description ? [['text', side.description]] : [])] as [string, ReactNode][]) : []),
    ['day', <When key="day" at={side.dueOn} as="day" />],
    ...(side.amountMinor === undefined ? [] : [['price', money(side.amountMinor)] as [string, ReactNode]]),
    ...(side.myAmountMinor === undefined
      ? []
      : [['mine', t('amendment.mine', { amount: money(side.myAmountMinor) })] as [string, ReactNode]]),
  ]
  return (
    <>
      {lines.map(([name, words]) => (
        <div key={name}>{words}</div>
      ))}
    </>
  )
}
