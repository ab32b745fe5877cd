import type { SharePayment } from '@mutuo/shared/billing/billing.schema.ts'
import { isPaid, isPayable } from '@mutuo/shared/missions/mission.rules.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import { abilityOf } from '../../platform/access/abilities.ts'
import { no, type Decision } from '../../platform/access/decision.ts'
import { groups } from '../groups/index.ts'
import { missions, type ShareRecord } from '../missions/index.ts'
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
  const [attempts, card, marks, shares, contact, group] = await Promise.all([
    paymentStore.attemptsOf(shareId),
    organisations.paymentOf(share.firmId),
    organisations.marksOf([share.firmId, mission.associationId]),
    missions.sharesOf([share.missionId]),
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
    paidShares: shares.filter((each) => isPaid(each.state)).length,
    shares: shares.length,
    startsOn: mission.startsOn,
    contact: { association, ...(contact?.phone && { phone: contact.phone }) },
    steps: stepsOf(share, mayRetry, now),
    abilities: abilitiesOn(share, attempts[0], { mayRetry, viewer, isFrozen: group.state === 'frozen' }),
  }
}

/**
 * The waterfall agreed before the lock (domain.md, rule 6), with the step that the share has come to. The steps between grace and cancellation have
 * nobody to turn to yet. After grace the share stays payable until the association cancels.
 */
const stepsOf = (share: ShareRecord, mayRetry: boolean, now: Date): SharePayment['steps'] => {
  const isOpen = isPayable(share.state)
  const isInGrace = isOpen && share.dueBy !== null && share.dueBy > now
  const between = ['waiting_list', 'cover', 'bridge', 'reduced_scope'] as const
  return [
    { step: 'retry', state: !isOpen ? 'done' : mayRetry ? 'later' : 'not_applicable' },
    { step: 'grace', state: isInGrace ? 'now' : 'done', ...(share.dueBy && { at: share.dueBy.toISOString() }) },
    ...between.map((step) => ({ step, state: 'not_applicable' as const })),
    { step: 'cancellation', state: isOpen && !isInGrace ? 'now' : 'later' },
  ]
}

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
