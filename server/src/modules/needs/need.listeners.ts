import { onEvent } from '../../platform/events/on-event.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { leaveTopic } from '../../platform/realtime/end-access.ts'
import { publishChange } from '../../platform/realtime/publish-change.ts'
import { moveBySystem } from './move-need.ts'
import type { NeedEventData } from './need.events.ts'
import { needStore } from './need.store.ts'

const changes = [
  'need.submitted',
  'need.published',
  'need.sent_back',
  'need.edited',
  'need.extended',
  'need.cancelled',
  'need.merged',
  'need.bidding_opened',
  'need.bids_closed',
  'need.voting_opened',
  'need.expired',
  'need.awarded',
  'need.finished',
  'need.broken_off',
]

export const listenForNeeds = () => {
  for (const name of changes) {
    onEvent<NeedEventData>(name, 'needs.tell-screens', async ({ needId, groupId }) => {
      publishChange(`need:${needId}`, { entity: 'need', id: needId })
      publishChange(`group:${groupId}`, { entity: 'need', id: needId })
    })
  }
  onEvent<{ needId: string; verdict: string }>('ballot.closed', 'needs.expire-unchosen', async ({ needId, verdict }) => {
    if (verdict !== 'chosen') await moveOnce(needId, 'voting', 'expire')
  })
  for (const name of ['membership.suspended', 'membership.left']) {
    onEvent<{ groupId: string; firmId: string }>(name, 'needs.end-following', async ({ groupId, firmId }) => {
      for (const { _id } of await needStore.openOfGroup(groupId)) leaveTopic({ organisationId: firmId }, `need:${_id}`)
    })
  }
  onEvent<{ needId: string }>('mission.completed', 'needs.finish', ({ needId }) => moveOnce(needId, 'awarded', 'finish'))
  onEvent<{ needId: string }>('mission.cancelled', 'needs.break-off', ({ needId }) => moveOnce(needId, 'awarded', 'breakOff'))
}

/** A second delivery finds the need already moved. */
const moveOnce = (needId: string, from: 'voting' | 'awarded', move: 'expire' | 'finish' | 'breakOff') =>
  transaction(async (tx) => {
    const need = await needStore.find(needId, tx)
    if (need?.state === from) await moveBySystem(needId, move, tx)
  })
