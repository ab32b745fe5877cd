import { onEvent } from '../../platform/events/on-event.ts'
import { publishChange } from '../../platform/realtime/publish-change.ts'
import { groups } from '../groups/index.ts'
import { provideParticipation } from '../needs/index.ts'
import { confirmWithSavedCard } from './confirm-pledge.ts'
import { checkPledgeMove, mergePledges } from './merge-pledges.ts'
import { lockPledges, releasePledges } from './move-pledges.ts'
import { participationOfCards, participationOfNeed } from './participation.view.ts'
import type { PledgeEventData } from './pledge.events.ts'
import { LIVE, pledgeStore } from './pledge.store.ts'

const changes = [
  'pledge.made',
  'pledge.changed',
  'pledge.confirmed',
  'pledge.withdrawn',
  'pledge.locked',
  'pledge.released',
  'pledge.merged',
]

export const listenForPledges = () => {
  provideParticipation({
    ofNeed: participationOfNeed,
    ofCards: participationOfCards,
    needIdsOf: async (firmId, limit) => (await pledgeStore.ofFirm(firmId, [...LIVE, 'released'], limit)).map((pledge) => pledge.needId),
    takesPart: async (firmId, needId, tx) => (await pledgeStore.ofFirmIn(firmId, needId, [...LIVE, 'released'], tx)) !== null,
    joinersOf: async (needIds) =>
      (await pledgeStore.ofNeeds(needIds, [...LIVE, 'released'])).map(({ needId, firmId, madeAt }) => ({ needId, firmId, at: madeAt })),
    liveFirmIds: async (needId, tx) => (await pledgeStore.ofNeeds([needId], LIVE, tx)).map(({ firmId }) => firmId),
    checkMove: checkPledgeMove,
    movePledges: mergePledges,
  })
  groups.provideCommitments('pledges', pledgeStore.isBound)
  onEvent<{ needId: string }>('need.bidding_opened', 'pledges.lock', ({ needId }) => lockPledges(needId))
  onEvent<{ needId: string }>('need.expired', 'pledges.release', ({ needId }) => releasePledges(needId, 'need_expired'))
  onEvent<{ needId: string }>('need.cancelled', 'pledges.release', ({ needId }) => releasePledges(needId, 'need_cancelled'))
  onEvent<{ organisationId: string; pledgeId: string | null }>(
    'payment_method.saved',
    'pledges.confirm',
    async ({ organisationId, pledgeId }) => {
      if (pledgeId) await confirmWithSavedCard(organisationId, pledgeId)
    },
  )
  for (const name of changes) {
    // The need is what changed for its readers: a pledge itself is its own firm's.
    onEvent<PledgeEventData>(name, 'pledges.tell-screens', async ({ needId, groupId }) => {
      publishChange(`need:${needId}`, { entity: 'pledge', id: needId })
      publishChange(`group:${groupId}`, { entity: 'need', id: needId })
    })
  }
}
