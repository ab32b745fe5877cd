import type { DropOut, DropOutList } from '@mutuo/shared/missions/drop-out.schema.ts'
import { isPayable } from '@mutuo/shared/missions/mission.rules.ts'
import { actorIn, mayMoveOn, nextStep, stepOf } from '@mutuo/shared/missions/waterfall.rules.ts'
import type { OrganisationMark } from '@mutuo/shared/organisations/organisation.schema.ts'
import { abilityOf } from '../../platform/access/abilities.ts'
import { allow, no, type Decision } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import { groups } from '../groups/index.ts'
import { organisations } from '../organisations/index.ts'
import { isAnswerAwaited, mayMend, maySeeDropOuts } from './drop-out.policy.ts'
import { findMission } from './find-mission.ts'
import type { MissionRecord } from './mission.model.ts'
import { missionStore } from './mission.store.ts'
import { markIn } from './mission.view.ts'
import type { ShareOfferRecord } from './share-offer.model.ts'
import { shareOfferStore } from './share-offer.store.ts'
import type { ShareRecord } from './share.model.ts'
import { rowsOf } from './waiting-list.view.ts'
import { waitingPlaceStore } from './waiting-place.store.ts'

type Looking = { mission: MissionRecord; viewer: Viewer; now: Date; isFrozen: boolean; mark: (id: string) => OrganisationMark }

/**
 * Each share that its firm does not or will not pay: the step, whose turn it is and until when. The association is told the names, because it acts; never
 * the amounts (decision 021). @throws NOT_FOUND, ASSOCIATION_ONLY
 */
export const presentDropOuts = async (missionId: string, viewer: Viewer, now: Date): Promise<DropOutList> => {
  const mission = await findMission(viewer, missionId)
  allow(maySeeDropOuts(viewer, mission))
  const [shares, offers, places, isFrozen] = await Promise.all([
    missionStore.shares([missionId]),
    shareOfferStore.ofMission(missionId),
    waitingPlaceStore.ofNeed(mission.needId),
    groups.isFrozen(mission.groupId),
  ])
  const offersOf = ({ _id }: ShareRecord) => offers.filter(({ shareId }) => shareId === _id)
  const troubled = shares.filter((share) => isTroubled(share, mission, offersOf(share)))
  const mark = markIn(await organisations.marksOf([...troubled.map(({ firmId }) => firmId), ...offers.map(({ toFirmId }) => toFirmId)]))
  const looking = { mission, viewer, now, isFrozen, mark }
  return { items: troubled.map((share) => present(share, offersOf(share), looking)), waiting: await rowsOf(places) }
}

const isTroubled = (share: ShareRecord, { state }: MissionRecord, offers: readonly ShareOfferRecord[]) =>
  (state === 'collecting' || state === 'active') &&
  (isPayable(share.state) || share.waterfallStep !== null || share.notice !== null || offers.some(isAnswerAwaited))

const present = (share: ShareRecord, offers: ShareOfferRecord[], looking: Looking): DropOut => {
  const step = stepOf({ state: share.state, dueBy: share.dueBy, step: share.waterfallStep }, looking.now)
  const next = step && nextStep(step)
  const open = offers.find(isAnswerAwaited)
  const until = open?.expiresAt ?? share.dueBy
  return {
    shareId: share._id,
    version: share.version,
    firm: looking.mark(share.firmId),
    state: share.state,
    cause: step ? 'unpaid' : share.notice ? 'notice' : 'transfer',
    ...(step && { step, actor: open ? 'waiting_firm' : actorIn[step] }),
    ...(next && { next }),
    ...(until && { until: until.toISOString() }),
    ...(share.notice && { noticeEndsOn: share.notice.endsOn }),
    offers: offers.map(({ toFirmId, state, expiresAt, cause }) => ({
      firm: looking.mark(toFirmId),
      state,
      expiresAt: expiresAt.toISOString(),
      cause,
    })),
    notes: share.waterfallNotes.map((note) => ({ ...note, at: note.at.toISOString() })),
    abilities: abilitiesOn(share, open !== undefined, looking),
  }
}

/** While a firm is being asked, nothing else is done with the share. */
const abilitiesOn = (share: ShareRecord, isAsking: boolean, { mission, viewer, isFrozen }: Looking): DropOut['abilities'] => {
  const step = share.state === 'failed' ? share.waterfallStep : null
  const mend = mayMend(viewer, mission)
  if (step === null || isAsking || (!mend.allowed && mend.reason !== 'OWNER_ONLY')) return []
  const decision: Decision = mend.allowed && isFrozen ? no('GROUP_FROZEN') : mend
  return [...(mayMoveOn(step) ? [abilityOf('moveOn', decision)] : []), abilityOf('giveTime', decision)]
}
