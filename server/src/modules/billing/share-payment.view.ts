import type { SharePayment } from '@mutuo/shared/billing/billing.schema.ts'
import { mayRetrySameCard } from '@mutuo/shared/billing/decline.rules.ts'
import { isPaid, isPayable } from '@mutuo/shared/missions/mission.rules.ts'
import type { Ability } from '@mutuo/shared/http/page.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import { no, yes, type Decision } from '../../platform/access/decision.ts'
import { missions, type ShareRecord } from '../missions/index.ts'
import { organisations } from '../organisations/index.ts'
import { mayPay } from './billing.policy.ts'
import { findOwnShare } from './find-share.ts'
import type { PaymentRecord } from './payment.model.ts'
import { liveStates, paymentStore } from './payment.store.ts'

/** One firm's share for its own people: what happened, what is not affected, the fix, what follows. @throws NOT_FOUND */
export const presentSharePayment = async (shareId: string, viewer: Viewer, now: Date): Promise<SharePayment> => {
  const share = await findOwnShare(viewer, shareId)
  const mission = await missions.find(share.missionId)
  if (!mission) throw new Error(`share ${shareId} has no mission`)
  const [payment, card, marks, shares, contact] = await Promise.all([
    paymentStore.latestOfShare(shareId),
    organisations.paymentOf(share.firmId),
    organisations.marksOf([share.firmId, mission.associationId]),
    missions.sharesOf([share.missionId]),
    organisations.find(mission.associationId),
  ])
  const firm = marks.get(share.firmId)
  const association = marks.get(mission.associationId)
  if (!firm || !association) throw new Error(`no mark for the parties of share ${shareId}`)
  const mayRetry = payment?.failure ? mayRetrySameCard(payment.failure.code) || isNewCard(payment, card?.savedAt) : false
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
    ...(payment?.failure && {
      failure: { code: payment.failure.code, triedAt: payment.failure.at.toISOString(), mayRetrySameCard: mayRetry },
    }),
    ...(share.dueBy && { graceEndsAt: share.dueBy.toISOString() }),
    graceDays: mission.rules.graceDays,
    paidShares: shares.filter((each) => isPaid(each.state)).length,
    shares: shares.length,
    startsOn: mission.startsOn,
    contact: { association, ...(contact?.phone && { phone: contact.phone }) },
    steps: stepsOf(share, mayRetry, now),
    abilities: abilitiesOn(share, payment, mayRetry, viewer),
  }
}

/** A card saved after the refusal has not been refused. */
const isNewCard = (payment: PaymentRecord, savedAt: Date | undefined | null) =>
  !!savedAt && !!payment.failure && savedAt > payment.failure.at

/** The waterfall agreed before the lock (domain.md, rule 6), with the step that the share has come to. */
const stepsOf = (share: ShareRecord, mayRetry: boolean, now: Date): SharePayment['steps'] => {
  const isOpen = isPayable(share.state)
  const isInGrace = isOpen && share.dueBy !== null && share.dueBy > now
  const later = ['waiting_list', 'cover', 'bridge', 'reduced_scope', 'cancellation'] as const
  return [
    { step: 'retry', state: !isOpen ? 'done' : mayRetry ? 'later' : 'not_applicable' },
    { step: 'grace', state: isInGrace ? 'now' : 'done', ...(share.dueBy && { at: share.dueBy.toISOString() }) },
    ...later.map((step, index) => ({ step, state: isOpen && !isInGrace && index === 0 ? ('now' as const) : ('later' as const) })),
  ]
}

const abilitiesOn = (share: ShareRecord, payment: PaymentRecord | null, mayRetry: boolean, viewer: Viewer): SharePayment['abilities'] => {
  if (!isPayable(share.state)) return []
  const isRunning = payment?.kind === 'off_session' && liveStates.includes(payment.state)
  const pay: Decision = isRunning ? no('PAYMENT_ALREADY_RUNNING') : mayPay(viewer)
  return [
    ability('payByCard', pay),
    ...(mayRetry
      ? [ability('retry', pay.allowed && payment && liveStates.includes(payment.state) ? no('PAYMENT_ALREADY_RUNNING') : pay)]
      : []),
  ]
}

const ability = <M extends string>(move: M, decision: Decision): Ability<M> =>
  decision.allowed ? { move, ...yes } : { move, allowed: false, reason: decision.reason, params: decision.params }
