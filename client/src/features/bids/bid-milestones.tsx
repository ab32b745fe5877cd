import { useTranslation } from 'react-i18next'
import type { BidContent, BidView } from '@mutuo/shared/bids/bid.schema.ts'
import type { Lot } from '@mutuo/shared/needs/need.schema.ts'
import { money, percent } from '../../platform/format.ts'
import { useSession } from '../../platform/session.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { When } from '../../ui/when.tsx'

type Props = { bid: BidView; content: BidContent; lots: readonly Lot[] }

/** The deliverables in the order of their days, each with what it is worth: the money waits until it is accepted. */
export const BidMilestones = ({ bid, content, lots }: Props) => {
  const { t } = useTranslation('bids')
  const isAuthor = useSession().active?.id === bid.freelancer.id
  const amounts = bid.milestoneAmountsMinor ?? []
  const titleOf = (lotId: string) => lots.find((lot) => lot.id === lotId)?.title
  const worthOf = (index: number, partBp: number) => {
    const amount = amounts[index]
    return amount === undefined ? t('one.part', { part: percent(partBp / 10_000, 2) }) : money(amount)
  }
  const rows = content.milestones
    .map((milestone, index) => ({ ...milestone, worth: worthOf(index, milestone.partOfLotBp) }))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  return (
    <Card>
      <CardHead
        title={t('milestones.count', { count: rows.length })}
        hint={t(isAuthor ? 'rows.ownMilestonesHint' : 'rows.milestonesHint')}
      />
      <DataTable
        caption={t('rows.milestones')}
        head={[t('one.milestone'), t('one.due'), { text: t('one.amount'), numeric: true }]}
        rows={[
          ...rows.map(({ id, title, description, lotId, dueOn, worth }) => ({
            key: id,
            cells: [
              <span key="title">
                <b>{title}</b>
                <br />
                <small>{[titleOf(lotId), description].filter((words) => words && words !== title).join(' · ')}</small>
              </span>,
              <When key="due" at={dueOn} as="day" />,
              worth,
            ],
          })),
          ...(bid.totalMinor !== undefined && amounts.length > 0
            ? [{ key: 'sum', total: true, cells: [t('rows.total'), '', money(bid.totalMinor)] }]
            : []),
        ]}
      />
    </Card>
  )
}
