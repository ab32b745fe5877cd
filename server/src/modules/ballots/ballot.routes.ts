import * as endpoints from '@mutuo/shared/ballots/ballot.endpoints.ts'
import { serve } from '../../platform/http/serve-endpoint.ts'
import { presentBallot, getVisibleBallot } from './ballot.view.ts'
import { castVote } from './cast-vote.ts'
import { closeBallot } from './close-ballot.ts'
import { giveCastingVote } from './give-casting-vote.ts'
import { remindVoters } from './remind-voters.ts'

export const ballotRoutes = [
  serve(endpoints.getBallot, {
    run: ({ viewer, input }) => getVisibleBallot(viewer, input.ballotId),
    present: (ballot, { viewer }) => presentBallot(ballot, viewer),
  }),
  serve(endpoints.castVote, { run: castVote, present: (ballot, { viewer }) => presentBallot(ballot, viewer) }),
  serve(endpoints.closeBallot, { run: closeBallot, present: (ballot, { viewer }) => presentBallot(ballot, viewer) }),
  serve(endpoints.giveCastingVote, { run: giveCastingVote, present: (ballot, { viewer }) => presentBallot(ballot, viewer) }),
  serve(endpoints.remindVoters, { run: remindVoters }),
]
