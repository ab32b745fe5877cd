import { z } from 'zod'
import { defineEndpoint } from '../http/endpoint.ts'
import { id, line } from '../ids/id.ts'
import { dropOutList, leavingView, shareOffer, waitingCap, waitingList } from './drop-out.schema.ts'

const ofNeed = z.strictObject({ needId: id })
const ofShare = z.strictObject({ shareId: id })
const ofOffer = z.strictObject({ offerId: id })
const ofDropOut = z.strictObject({ missionId: id, shareId: id, version: z.int(), reason: line(1000) })
const refusals = ['NOT_FOUND', 'OWNER_ONLY', 'GROUP_FROZEN', 'STALE_STATE'] as const

export const getWaitingList = defineEndpoint({
  name: 'getWaitingList',
  method: 'GET',
  path: '/needs/:needId/waiting-list',
  access: 'signedIn',
  input: ofNeed,
  output: waitingList,
  refusals: ['NOT_FOUND'],
})

/** A place in the order of time, with a cap and the saved card; asked again, the place is kept and the cap is the new one. */
export const joinWaitingList = defineEndpoint({
  name: 'joinWaitingList',
  method: 'POST',
  path: '/needs/:needId/waiting-list',
  access: 'signedIn',
  idempotency: 'required',
  input: ofNeed.extend({ capMinor: waitingCap, takesOwnLots: z.boolean(), consents: z.literal(true) }),
  output: waitingList,
  refusals: [
    ...refusals,
    'NOT_A_MEMBER',
    'CHARTER_NOT_SIGNED',
    'WRONG_KIND_OF_ORGANISATION',
    'WAITING_LIST_CLOSED',
    'ALREADY_AT_THE_TABLE',
    'PAYMENT_METHOD_MISSING',
  ],
})

export const leaveWaitingList = defineEndpoint({
  name: 'leaveWaitingList',
  method: 'DELETE',
  path: '/needs/:needId/waiting-list',
  access: 'signedIn',
  input: ofNeed,
  output: waitingList,
  refusals: ['NOT_FOUND', 'WRONG_KIND_OF_ORGANISATION', 'OWNER_ONLY', 'STALE_STATE'],
})

/** What is proposed to the viewer's firm, the latest first. */
export const listShareOffers = defineEndpoint({
  name: 'listShareOffers',
  method: 'GET',
  path: '/share-offers',
  access: 'signedIn',
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(shareOffer) }),
  refusals: [],
})

export const getShareOffer = defineEndpoint({
  name: 'getShareOffer',
  method: 'GET',
  path: '/share-offers/:offerId',
  access: 'signedIn',
  input: ofOffer,
  output: shareOffer,
  refusals: ['NOT_FOUND'],
})

/** The firm takes the share: its saved card is charged for exactly that. */
export const acceptShareOffer = defineEndpoint({
  name: 'acceptShareOffer',
  method: 'POST',
  path: '/share-offers/:offerId/acceptance',
  access: 'signedIn',
  idempotency: 'required',
  input: ofOffer.extend({ consents: z.literal(true) }),
  output: shareOffer,
  refusals: [
    ...refusals,
    'NOT_A_MEMBER',
    'CHARTER_NOT_SIGNED',
    'OFFER_OVER',
    'OFFER_OUTDATED',
    'ALREADY_IN_MISSION',
    'SHARE_NOT_TRANSFERABLE',
    'PAYMENT_METHOD_MISSING',
  ],
})

export const declineShareOffer = defineEndpoint({
  name: 'declineShareOffer',
  method: 'POST',
  path: '/share-offers/:offerId/refusal',
  access: 'signedIn',
  idempotency: 'required',
  input: ofOffer,
  output: shareOffer,
  refusals: ['NOT_FOUND', 'OWNER_ONLY', 'STALE_STATE', 'OFFER_OVER'],
})

/** What the firm itself can do with its share, beside paying it. */
export const getLeaving = defineEndpoint({
  name: 'getLeaving',
  method: 'GET',
  path: '/shares/:shareId/leaving',
  access: 'signedIn',
  input: ofShare,
  output: leavingView,
  refusals: ['NOT_FOUND'],
})

/** « Me remplacer »: the firm asks one firm of the group to take its share over. */
export const proposeTransfer = defineEndpoint({
  name: 'proposeTransfer',
  method: 'POST',
  path: '/shares/:shareId/proposal',
  access: 'signedIn',
  idempotency: 'required',
  input: ofShare.extend({ firmId: id }),
  output: leavingView,
  refusals: [...refusals, 'SHARE_NOT_TRANSFERABLE', 'OFFER_ALREADY_OPEN', 'TAKER_NOT_A_MEMBER', 'ALREADY_IN_MISSION'],
})

export const withdrawTransfer = defineEndpoint({
  name: 'withdrawTransfer',
  method: 'DELETE',
  path: '/shares/:shareId/proposal',
  access: 'signedIn',
  input: ofShare,
  output: leavingView,
  refusals: ['NOT_FOUND', 'OWNER_ONLY', 'STALE_STATE', 'OFFER_OVER'],
})

/** From a mission under way: what falls due after the notice is proposed to the waiting list; without a taker the firm stays bound. */
export const giveNotice = defineEndpoint({
  name: 'giveNotice',
  method: 'POST',
  path: '/shares/:shareId/notice',
  access: 'signedIn',
  idempotency: 'required',
  input: ofShare.extend({ reason: line(1000) }),
  output: leavingView,
  refusals: [
    ...refusals,
    'MISSION_NOT_ACTIVE',
    'SHARE_NOT_TRANSFERABLE',
    'NOTICE_ALREADY_GIVEN',
    'NOTICE_FREES_NOTHING',
    'OFFER_ALREADY_OPEN',
  ],
})

export const takeNoticeBack = defineEndpoint({
  name: 'takeNoticeBack',
  method: 'DELETE',
  path: '/shares/:shareId/notice',
  access: 'signedIn',
  input: ofShare,
  output: leavingView,
  refusals: ['NOT_FOUND', 'OWNER_ONLY', 'STALE_STATE'],
})

/** For the association: each share in trouble, the step it has come to, and who acts until when. */
export const listDropOuts = defineEndpoint({
  name: 'listDropOuts',
  method: 'GET',
  path: '/missions/:missionId/drop-outs',
  access: 'signedIn',
  input: z.strictObject({ missionId: id }),
  output: dropOutList,
  refusals: ['NOT_FOUND', 'ASSOCIATION_ONLY'],
})

/** The association goes on to the next step of the waterfall, and says why. */
export const moveDropOutOn = defineEndpoint({
  name: 'moveDropOutOn',
  method: 'POST',
  path: '/missions/:missionId/drop-outs/:shareId/step',
  access: 'signedIn',
  idempotency: 'required',
  input: ofDropOut,
  output: dropOutList,
  refusals: [...refusals, 'ASSOCIATION_ONLY'],
})

/** The association gives the firm its days of grace again. */
export const giveDropOutTime = defineEndpoint({
  name: 'giveDropOutTime',
  method: 'POST',
  path: '/missions/:missionId/drop-outs/:shareId/time',
  access: 'signedIn',
  idempotency: 'required',
  input: ofDropOut,
  output: dropOutList,
  refusals: [...refusals, 'ASSOCIATION_ONLY'],
})
