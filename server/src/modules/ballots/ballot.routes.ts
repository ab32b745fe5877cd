import * as endpoints from '@mutuo/shared/ballots/ballot.endpoints.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import { serve } from '../../platform/http/serve-endpoint.ts'
import type { BallotRecord } from './ballot.model.ts'
import { presentBallot, getVisibleBallot } from './ballot.view.ts'
import { castVote } from './cast-vote.ts'
import { closeBallot } from './close-ballot.ts'
import { giveCastingVote } from './give-casting-vote.ts'
import { remindVoters } from './remind-voters.ts'

const present = (ballot: BallotRecord, { viewer, now }: { viewer: Viewer; now: Date }) => presentBallot(ballot, viewer, now)

export const ballotRoutes = [
  serve(endpoints.getBallot, { run: ({ viewer, input }) => getVisibleBallot(viewer, input.ballotId), present }),
  serve(endpoints.castVote, { run: castVote, present }),
  serve(endpoints.closeBallot, { run: closeBallot, present }),
  serve(endpoints.giveCastingVote, { run: giveCastingVote, present }),
  serve(endpoints.remindVoters, { run: remindVoters }),
]
