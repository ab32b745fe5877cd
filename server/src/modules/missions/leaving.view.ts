import { isOwed } from '@mutuo/shared/missions/mission.rules.ts'
import type { LeavingView } from '@mutuo/shared/missions/drop-out.schema.ts'
import { noticeEndsOn } from '@mutuo/shared/missions/hand-over.rules.ts'
import { abilityOf } from '../../platform/access/abilities.ts'
import { no, yes, type Decision } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import { groups } from '../groups/index.ts'
import { organisations } from '../organisations/index.ts'
import { isAnswerAwaited, isTransferable, mayGiveNotice, mayProposeTransfer, type LeavingFacts } from './drop-out.policy.ts'
import { findLeaving, freedMinor } from './leave-mission.ts'
import { missionStore } from './mission.store.ts'
import { markIn } from './mission.view.ts'
import { waitingPlaceStore } from './waiting-place.store.ts'

/** What a firm's own people can do with its share beside paying it: be replaced by a firm that they choose, or leave with notice. @throws NOT_FOUND */
export const presentLeaving = async (shareId: string, viewer: Viewer, now: Date): Promise<LeavingView> => {
  const facts = await findLeaving(viewer, shareId)
  const { mission, share, offers } = facts
  const [lines, activeFirmIds, isFrozen, waiting] = await Promise.all([
    missionStore.lines([mission._id]),
    groups.activeFirmIds(mission.groupId),
    groups.isFrozen(mission.groupId),
    waitingPlaceStore.ofNeed(mission.needId),
  ])
  const candidateIds = activeFirmIds.filter((firmId) => !lines.some((line) => line.firmId === firmId))
  const latest = offers.at(-1)
  const mark = markIn(await organisations.marksOf([...candidateIds, ...(latest ? [latest.toFirmId] : [])]))
  const endsOn = noticeEndsOn(now, mission.rules.noticeDays)
  const freed = freedMinor(facts, endsOn)
  return {
    shareId,
    missionId: mission._id,
    state: share.state,
    ...(latest && {
      offer: {
        cause: latest.cause,
        state: latest.state,
        ...(latest.cause === 'transfer' && { to: mark(latest.toFirmId) }),
        expiresAt: latest.expiresAt.toISOString(),
      },
    }),
    ...(share.notice && {
      notice: {
        givenAt: share.notice.givenAt.toISOString(),
        endsOn: share.notice.endsOn,
        waiting: waiting.length,
        netMinor: freedMinor(facts, share.notice.endsOn),
      },
    }),
    movableMinor: isTransferable(facts) ? freedMinor(facts, null) : 0,
    afterNotice: { endsOn, netMinor: freed },
    candidates: candidateIds.map(mark),
    abilities: abilitiesIn(facts, viewer, { isFrozen, freed }),
  }
}

const abilitiesIn = (
  facts: LeavingFacts,
  viewer: Viewer,
  { isFrozen, freed }: { isFrozen: boolean; freed: number },
): LeavingView['abilities'] => {
  const { mission, share, offers } = facts
  if (mission.state !== 'collecting' && mission.state !== 'active') return []
  if (!isOwed(share) || share.state === 'reallocated') return []
  const unlessFrozen = (decision: Decision) => (decision.allowed && isFrozen ? no('GROUP_FROZEN') : decision)
  const owners = viewer.role === 'owner' ? yes : no('OWNER_ONLY')
  const isProposed = offers.some(({ cause, state }) => cause === 'transfer' && state === 'open')
  const isTaken = offers.some(({ state }) => state === 'accepted')
  const propose = mayProposeTransfer(viewer, facts)
  const notice = mayGiveNotice(viewer, facts, freed)
  return [
    ...(offers.some(isAnswerAwaited) && !propose.allowed && propose.reason !== 'OWNER_ONLY'
      ? []
      : [abilityOf('propose', unlessFrozen(propose))]),
    ...(isProposed ? [abilityOf('withdraw', owners)] : []),
    ...(mission.state === 'active' && !share.notice ? [abilityOf('giveNotice', unlessFrozen(notice))] : []),
    ...(share.notice && !isTaken ? [abilityOf('takeNoticeBack', owners)] : []),
  ]
}
