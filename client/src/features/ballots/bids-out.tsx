import { useTranslation } from 'react-i18next'
import type { BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { list } from '../../platform/format.ts'
import { Callout } from '../../ui/callout.tsx'

/** Bids that an objection took out of the vote: what was said of them counts no longer. */
export const BidsOut = ({ ballot }: { ballot: BallotView }) => {
  const { t } = useTranslation('ballots')
  const out = ballot.bids.filter((bid) => bid.isOut).map((bid) => bid.freelancer.name)
  return out.length === 0 ? null : <Callout>{t('bidsOut', { count: out.length, names: list(out) })}</Callout>
}
