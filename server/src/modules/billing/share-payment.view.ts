import type { SharePayment } from '@mutuo/shared/billing/billing.schema.ts'
import { isInForce, isOwed, isPaid, isPayable } from '@mutuo/shared/missions/mission.rules.ts'
import { shownSteps } from '@mutuo/shared/missions/waterfall.rules.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import { abilityOf } from '../../platform/access/abilities.ts'
import { no, type Decision } from '../../platform/access/decision.ts'
import { groups } from '../groups/index.ts'
import { missions, type MissionRecord, type ShareRecord } from '../missions/index.ts'
import { organisations } from '../organisations/index.ts'
import { mayPay } from './billing.policy.ts'
import { findOwnShare } from './find-share.ts'
import type { PaymentRecord } from './payment.model.ts'
import { awaitsConfirmation, lastFailure, mayRetryCard } from './payment.rules.ts'
import { paymentStore } from './payment.store.ts'

/** One firm's share for its own people: what happened, what is not affected, the fix, what follows. @throws NOT_FOUND */
export const presentSharePayment = async (shareId: string, viewer: Viewer, now: Date): Promise<SharePayment> => {
  const share = await findOwnShare(viewer, shareId)
  const mission = await missions.find(share.missionId)
  if (!mission) throw new Error(`share ${shareId} has no mission`)
  const [attempts, card, marks, paid, amendment, contact, group] = await Promise.all([
    paymentStore.attemptsOf(shareId),
    organisations.paymentOf(share.firmId),
    organisations.marksOf([share.firmId, mission.associationId]),
    countPaid(share, mission),
    share.raises && missions.amendment(share.raises.amendmentId),
    organisations.find(mission.associationId),
    groups.get(mission.groupId),
  ])
  const firm = marks.get(share.firmId)
  const association = marks.get(mission.associationId)
  if (!firm || !association) throw new Error(`no mark for the parties of share ${shareId}`)
  const failure = lastFailure(attempts)
  const mayRetry = mayRetryCard(attempts, card)
  return {
    shareId,
    version: share.version,
    missionId: mission._id,
    missionTitle: mission.title,
    state: share.state,
    firm,
    netMinor: share.netMinor,
    vatMinor: share.vatMinor,
    grossMinor: share.grossMinor,
    ...(card?.paymentMethodId && { card: { brand: card.brand, last4: card.last4, expires: card.expires } }),
    ...(failure && { failure: { code: failure.code, triedAt: failure.at.toISOString(), mayRetrySameCard: mayRetry } }),
    ...(share.dueBy && { graceEndsAt: share.dueBy.toISOString() }),
    graceDays: mission.rules.graceDays,
    ...(amendment && { amendmentTurn: amendment.turn }),
    ...paid,
    startsOn: mission.startsOn,
    contact: { association, ...(contact?.phone && { phone: contact.phone }) },
    steps: stepsOf(share, mayRetry, now),
    isMissionOpen: mission.firmIds.includes(share.firmId),
    ...(share.takenOffMinor > 0 && { givenBackMinor: share.takenOffMinor }),
    abilities: abilitiesOn(share, attempts[0], { mayRetry, viewer, isFrozen: group.state === 'frozen' }),
  }
}

/** How many have paid: of a mission its shares, of an amendment the firms that have nothing left to pay for it. */
const countPaid = async (
  { raises, missionId }: ShareRecord,
  mission: MissionRecord,
): Promise<Pick<SharePayment, 'paidShares' | 'shares'>> => {
  if (raises) {
    const { settledFirms, firms } = missions.collectionOf(await missions.risesOf(raises.amendmentId), mission)
    return { paidShares: settledFirms, shares: firms }
  }
  const inForce = (await missions.sharesOf([missionId])).filter(isInForce)
  return { paidShares: inForce.filter(({ state }) => isPaid(state)).length, shares: inForce.length }
}

/** The waterfall agreed before the lock; of a line beside the shares only the firm's own chances to pay. */
const stepsOf = (share: ShareRecord, mayRetry: boolean, now: Date): SharePayment['steps'] =>
  shownSteps({ state: share.state, dueBy: share.dueBy, step: share.waterfallStep }, { mayRetry }, now)
    .filter(({ step }) => isOwed(share) || step === 'retry' || step === 'grace')
    .map(({ at, ...step }) => ({ ...step, ...(at && { at: at.toISOString() }) }))

type Looking = { mayRetry: boolean; viewer: Viewer; isFrozen: boolean }

const abilitiesOn = (share: ShareRecord, latest: PaymentRecord | undefined, { mayRetry, viewer, isFrozen }: Looking) => {
  if (!isPayable(share.state)) return []
  const allowed = mayPay(viewer)
  const pay: Decision = allowed.allowed && isFrozen ? no('GROUP_FROZEN') : allowed
  return [
    ...(latest && awaitsConfirmation(latest) ? [abilityOf('confirm', pay)] : []),
    abilityOf('payByCard', pay),
    ...(mayRetry ? [abilityOf('retry', pay)] : []),
  ]
}
