import { useParams } from 'react-router'
import { getBid } from '@mutuo/shared/bids/bid.endpoints.ts'
import { getBidHistory } from '@mutuo/shared/bids/counter-offer.endpoints.ts'
import { keyOf, useAnswer } from '../../platform/use-endpoint.ts'
import { useLive } from '../../platform/use-live.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { LoadingPage } from '../../ui/loading.tsx'
import { OneBid } from './one-bid.tsx'

export const BidPage = () => {
  const { needId = '', bidId = '' } = useParams()
  const query = useAnswer(getBid, { bidId })
  useLive(`need:${needId}`, [keyOf(getBid, { bidId }), keyOf(getBidHistory, { bidId })])
  return (
    <Loaded query={query} loading={<LoadingPage />}>
      {(bid) => <OneBid bid={bid} />}
    </Loaded>
  )
}
