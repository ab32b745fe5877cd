import { useParams } from 'react-router'
import { getBallot } from '@mutuo/shared/ballots/ballot.endpoints.ts'
import { keyOf, useAnswer } from '../../platform/use-endpoint.ts'
import { useLive } from '../../platform/use-live.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { LoadingPage } from '../../ui/loading.tsx'
import { OneBallot } from './one-ballot.tsx'

export const BallotPage = () => {
  const { needId = '', ballotId = '' } = useParams()
  const query = useAnswer(getBallot, { ballotId })
  useLive(`need:${needId}`, [keyOf(getBallot, { ballotId })])
  return (
    <Loaded query={query} loading={<LoadingPage />}>
      {(ballot) => <OneBallot ballot={ballot} />}
    </Loaded>
  )
}
