import type { DropOutList, LeavingView, ShareOfferView, WaitingList } from '@mutuo/shared/missions/drop-out.schema.ts'
import { ok, type Persona } from '../personas.ts'

/** A place on the waiting list of a need, with a cap that carries any share of the tests unless said. */
export const putOnWaitingList = async (
  owner: Persona,
  needId: string,
  said: { capMinor?: number; takesOwnLots?: boolean } = {},
): Promise<WaitingList> =>
  ok(await owner.post(`/needs/${needId}/waiting-list`, { capMinor: 200_000, takesOwnLots: true, consents: true, ...said }))
    .body as WaitingList

/** The latest first. */
export const offersTo = async (owner: Persona): Promise<ShareOfferView[]> =>
  ok(await owner.get('/share-offers')).body.items as ShareOfferView[]

export const getShareOffer = async (owner: Persona, offerId: string): Promise<ShareOfferView> =>
  ok(await owner.get(`/share-offers/${offerId}`)).body as ShareOfferView

export const takeOffer = async (owner: Persona, offerId: string): Promise<ShareOfferView> =>
  ok(await owner.post(`/share-offers/${offerId}/acceptance`, { consents: true })).body as ShareOfferView

export const getLeaving = async (owner: Persona, shareId: string): Promise<LeavingView> =>
  ok(await owner.get(`/shares/${shareId}/leaving`)).body as LeavingView

/** As the association sees them. */
export const dropOutsOf = async (association: Persona, missionId: string): Promise<DropOutList> =>
  ok(await association.get(`/missions/${missionId}/drop-outs`)).body as DropOutList
