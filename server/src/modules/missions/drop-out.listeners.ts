import { onEvent } from '../../platform/events/on-event.ts'
import { publishChange } from '../../platform/realtime/publish-change.ts'
import type { OfferEventData } from './drop-out.events.ts'
import { closeWaitingList } from './join-waiting-list.ts'
import { withdrawOffers } from './end-offer.ts'
import { offerToFree } from './offer-to-free.ts'
import { offerToNext } from './offer-share.ts'

const endedWithoutTaker = ['share_offer.declined', 'share_offer.expired', 'share_offer.lapsed']
const changes = ['share_offer.made', 'share_offer.accepted', 'share_offer.taken', 'share_offer.withdrawn', ...endedWithoutTaker]

/** Who takes a share is looked for as soon as it is free, or as somebody comes who may take it. */
export const listenForDropOuts = () => {
  for (const name of ['share.failed', 'share.notice_given', ...endedWithoutTaker, 'share_offer.withdrawn'])
    onEvent<{ shareId: string }>(name, 'missions.offer-share', ({ shareId }, event) => offerToNext(shareId, event.at))
  onEvent<{ needId: string }>('waiting_list.joined', 'missions.offer-shares', ({ needId }, event) => offerToFree(needId, event.at))
  for (const name of ['mission.cancelled', 'mission.completed'])
    onEvent<{ missionId: string }>(name, 'missions.withdraw-offers', ({ missionId }, event) => withdrawOffers(missionId, event.at))
  for (const name of ['mission.cancelled', 'mission.completed', 'need.expired', 'need.cancelled'])
    onEvent<{ needId: string }>(name, 'missions.close-waiting-list', ({ needId }) => closeWaitingList(needId))
  for (const name of ['waiting_list.joined', 'waiting_list.left'])
    onEvent<{ needId: string }>(name, 'missions.tell-need', async ({ needId }) =>
      publishChange(`need:${needId}`, { entity: 'waiting_list', id: needId }),
    )
  // Who is asked does not follow the mission: it has no part in it yet.
  for (const name of changes)
    onEvent<OfferEventData>(name, 'missions.tell-taker', async ({ toFirmId, offerId }) =>
      publishChange(`organisation:${toFirmId}`, { entity: 'share_offer', id: offerId }),
    )
}
