import type { ShareOfferView } from '@mutuo/shared/missions/drop-out.schema.ts'
import { doesMove } from '@mutuo/shared/missions/hand-over.rules.ts'
import { shareOfferProcess } from '@mutuo/shared/missions/share-offer.process.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { canMove } from '@mutuo/shared/process/process.ts'
import { abilityOf } from '../../platform/access/abilities.ts'
import { no } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import type { listShareOffers as listEndpoint } from '@mutuo/shared/missions/drop-out.endpoints.ts'
import { groups } from '../groups/index.ts'
import { organisations } from '../organisations/index.ts'
import { findShareOffer } from './answer-share-offer.ts'
import { mayAnswerOffer } from './drop-out.policy.ts'
import type { MilestoneRecord } from './milestone.model.ts'
import { missionStore } from './mission.store.ts'
import { markIn } from './mission.view.ts'
import type { ShareOfferRecord } from './share-offer.model.ts'
import { shareOfferStore } from './share-offer.store.ts'

/** @throws NOT_FOUND */
export const presentShareOffer = async (offerId: string, viewer: Viewer, now: Date): Promise<ShareOfferView> =>
  present(await findShareOffer(viewer, offerId), viewer, now)

/** Of the viewer's firm, the latest first. */
export const listShareOffers = async ({ viewer, now }: Call<typeof listEndpoint>) => {
  const offers = viewer.organisationId ? await shareOfferStore.ofTaker(viewer.organisationId) : []
  return { items: await Promise.all(offers.map((offer) => present(offer, viewer, now))) }
}

/** What the firm would pay itself, step by step: nobody else's part, and nobody's name but of who has chosen it (decision 021). */
const present = async (offer: ShareOfferRecord, viewer: Viewer, now: Date): Promise<ShareOfferView> => {
  const [mission, milestones, group, card] = await Promise.all([
    missionStore.find(offer.missionId),
    missionStore.milestones([offer.missionId]),
    groups.get(offer.groupId),
    organisations.paymentOf(offer.toFirmId),
  ])
  if (!mission) throw new DomainError('NOT_FOUND')
  const mark = markIn(await organisations.marksOf([mission.associationId, mission.freelancerId, offer.firmId]))
  const { netMinor, vatMinor, grossMinor, commonNetMinor, ownNetMinor } = offer
  return {
    id: offer._id,
    missionId: mission._id,
    missionTitle: mission.title,
    missionState: mission.state,
    groupName: group.name,
    association: mark(mission.associationId),
    freelancer: mark(mission.freelancerId),
    cause: offer.cause,
    state: offer.state,
    ...(offer.cause === 'transfer' && { proposedBy: mark(offer.firmId) }),
    ...{ netMinor, vatMinor, grossMinor, commonNetMinor, ownNetMinor },
    steps: milestones.flatMap((milestone) => stepsOf(milestone, offer)),
    startsOn: mission.startsOn,
    endsOn: mission.endsOn,
    offeredAt: offer.offeredAt.toISOString(),
    expiresAt: offer.expiresAt.toISOString(),
    ...(offer.takenShareId && { shareId: offer.takenShareId }),
    ...(card?.paymentMethodId && { card: { brand: card.brand, last4: card.last4 } }),
    abilities: abilitiesOn(offer, viewer, { now, isFrozen: group.state === 'frozen', hasCard: Boolean(card?.paymentMethodId) }),
  }
}

const stepsOf = (milestone: MilestoneRecord, { shareId, takenShareId, after }: ShareOfferRecord): ShareOfferView['steps'] =>
  milestone.cells
    .filter((cell) => (takenShareId && cell.shareId === takenShareId) || doesMove(milestone, cell, shareId, after))
    .map((cell) => ({
      title: milestone.title,
      lotTitle: milestone.lotTitle,
      isOwn: milestone.lotKind === 'own',
      dueOn: milestone.dueOn,
      netMinor: cell.netMinor,
    }))

type Looking = { now: Date; isFrozen: boolean; hasCard: boolean }

const abilitiesOn = (offer: ShareOfferRecord, viewer: Viewer, { now, isFrozen, hasCard }: Looking): ShareOfferView['abilities'] => {
  if (!canMove(shareOfferProcess, offer.state, 'decline', 'taker')) return []
  const answer = mayAnswerOffer(viewer, offer, now)
  if (!answer.allowed) return [abilityOf('accept', answer), abilityOf('decline', answer)]
  const accept = isFrozen ? no('GROUP_FROZEN') : hasCard ? answer : no('PAYMENT_METHOD_MISSING')
  return [abilityOf('accept', accept), abilityOf('decline', answer)]
}
