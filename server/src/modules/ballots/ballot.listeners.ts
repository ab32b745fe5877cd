import { now } from '../../platform/clock.ts'
import { onEvent } from '../../platform/events/on-event.ts'
import { publishChange } from '../../platform/realtime/publish-change.ts'
import type { BallotEventData } from './ballot.events.ts'
import { openBallot } from './open-ballot.ts'

export const listenForBallots = () => {
  onEvent<{ needId: string }>('need.voting_opened', 'ballots.open', ({ needId }) => openBallot(needId, now()))
  for (const name of ['ballot.opened', 'vote.cast', 'ballot.tied', 'ballot.closed', 'ballot.reminded']) {
    onEvent<BallotEventData>(name, 'ballots.tell-screens', async ({ needId, ballotId }) =>
      publishChange(`need:${needId}`, { entity: 'ballot', id: ballotId }),
    )
  }
}
