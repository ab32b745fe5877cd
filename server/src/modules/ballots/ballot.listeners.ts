import { now } from '../../platform/clock.ts'
import { onEvent } from '../../platform/events/on-event.ts'
import { publishChange } from '../../platform/realtime/publish-change.ts'
import { provideBallots } from '../needs/index.ts'
import type { BallotEventData } from './ballot.events.ts'
import { ballotStore } from './ballot.store.ts'
import { mayReadBallot } from './ballot.view.ts'
import { cancelBallot } from './cancel-ballot.ts'
import { leaveOpenBallots, returnToOpenBallots } from './leave-ballot.ts'
import { openBallot } from './open-ballot.ts'

const changes = [
  'ballot.opened',
  'vote.cast',
  'ballot.second_round',
  'ballot.voters_changed',
  'ballot.held',
  'ballot.tied',
  'ballot.closed',
  'ballot.voided',
  'ballot.reminded',
  'proxy.given',
  'proxy.revoked',
  'objection.raised',
  'objection.answered',
  'objection.settled',
]

type Membership = { groupId: string; firmId: string }

export const listenForBallots = () => {
  provideBallots({
    mayRead: async (viewer, ballotId) => {
      const ballot = await ballotStore.find(ballotId)
      return ballot !== null && mayReadBallot(viewer, ballot)
    },
  })
  onEvent<{ needId: string }>('need.voting_opened', 'ballots.open', ({ needId }) => openBallot(needId, now()))
  onEvent<{ needId: string }>('need.cancelled', 'ballots.cancel', ({ needId }) => cancelBallot(needId))
  onEvent<Membership>('membership.suspended', 'ballots.leave', (about, event) => leaveOpenBallots({ ...about, at: event.at }, 'suspended'))
  onEvent<Membership>('membership.left', 'ballots.leave', (about, event) => leaveOpenBallots({ ...about, at: event.at }, 'left'))
  onEvent<Membership>('membership.restored', 'ballots.return', (about, event) => returnToOpenBallots({ ...about, at: event.at }))
  for (const name of changes) {
    onEvent<BallotEventData>(name, 'ballots.tell-screens', async ({ needId, ballotId }) =>
      publishChange(`need:${needId}`, { entity: 'ballot', id: ballotId }),
    )
  }
}
