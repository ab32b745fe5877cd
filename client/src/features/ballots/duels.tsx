import { useTranslation } from 'react-i18next'
import type { BallotOutcome } from '@mutuo/shared/ballots/ballot.schema.ts'
import { DataTable } from '../../ui/data-table.tsx'

/** Ranked votes: each bid against each other, with its margin; the best wins its duels, or the strongest chain of them. */
export const Duels = ({ outcome, caption }: { outcome: BallotOutcome; caption: string }) => {
  const { t } = useTranslation('ballots')
  if (outcome.duels.length === 0) return null
  const placeOf = (bidId: string) => outcome.bids.findIndex((bid) => bid.bidId === bidId)
  const inOrder = outcome.duels.toSorted((a, b) => placeOf(a.bidId) - placeOf(b.bidId) || placeOf(a.overBidId) - placeOf(b.overBidId))
  const nameOf = (bidId: string) => outcome.bids.find((bid) => bid.bidId === bidId)?.freelancer.name ?? ''
  return (
    <DataTable
      caption={caption}
      head={[t('duels.pair'), { text: t('duels.score'), numeric: true }, { text: t('duels.margin'), numeric: true }]}
      rows={inOrder.map(({ bidId, overBidId, heads, against }) => ({
        key: `${bidId} ${overBidId}`,
        cells: [
          t(heads === against ? 'duels.even' : 'duels.over', { name: nameOf(bidId), other: nameOf(overBidId) }),
          t('duels.heads', { heads, against }),
          heads === against ? '0' : `+${heads - against}`,
        ],
      }))}
    />
  )
}
