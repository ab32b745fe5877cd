import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AmendmentView } from '@mutuo/shared/missions/amendment.schema.ts'
import { day, money } from '../../platform/format.ts'
import { DataTable } from '../../ui/data-table.tsx'

type Milestone = AmendmentView['milestones'][number]
type Side = NonNullable<Milestone['before']>
type Read = (side: Side) => ReactNode

/** Before and after of each milestone, and only what differs: a milestone that comes or goes is told whole. */
export const AmendmentTable = ({ amendment }: { amendment: AmendmentView }) =>
  amendment.milestones.map((milestone) => <Changed key={milestone.id} milestone={milestone} turn={amendment.turn} />)

const Changed = ({ milestone: { before, after }, turn }: { milestone: Milestone; turn: number }) => {
  const { t } = useTranslation('contract')
  const lines: [string, Read][] = [
    [t('work.milestone'), ({ title }) => title],
    [t('form.stepText'), ({ description }) => description],
    [t('form.stepDay'), ({ dueOn }) => day(dueOn)],
    [t('amendment.netPrice'), ({ amountMinor }) => amountMinor !== undefined && money(amountMinor)],
    [t('amendment.netPart'), ({ myAmountMinor }) => myAmountMinor !== undefined && money(myAmountMinor)],
  ]
  const title = (before ?? after)?.title ?? ''
  const cellOf = (side: Side | undefined, read: Read) => (side && read(side)) || '–'
  return (
    <DataTable
      caption={title}
      label={t('amendment.table', { turn, title })}
      showCaption
      head={[
        t('amendment.what'),
        before ? t('amendment.before') : t('amendment.added'),
        after ? t('amendment.after') : t('amendment.removed'),
      ]}
      rows={lines
        .map(([name, read]) => ({ key: name, cells: [name, cellOf(before, read), cellOf(after, read)] }))
        .filter(({ cells: [, from, to] }) => from !== to)}
    />
  )
}
