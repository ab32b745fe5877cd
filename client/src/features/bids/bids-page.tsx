import { useParams } from 'react-router'
import { compareBids } from '@mutuo/shared/bids/bid.endpoints.ts'
import { keyOf, useAnswer } from '../../platform/use-endpoint.ts'
import { useLive } from '../../platform/use-live.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { LoadingPage } from '../../ui/loading.tsx'
import { Comparison } from './comparison.tsx'

export const BidsPage = () => {
  const { needId = '' } = useParams()
  const query = useAnswer(compareBids, { needId })
  useLive(`need:${needId}`, [keyOf(compareBids, { needId })])
  return (
    <Loaded query={query} loading={<LoadingPage />}>
      {(comparison) => <Comparison comparison={comparison} />}
    </Loaded>
  )
}
