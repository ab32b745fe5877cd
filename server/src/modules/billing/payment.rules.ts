import { mayRetrySameCard } from '@mutuo/shared/billing/decline.rules.ts'
import type { ShareRecord } from '../missions/index.ts'
import type { PaymentRecord, PaymentState } from './payment.model.ts'

const [minuteMs, fiveMinutesMs] = [60_000, 5 * 60_000]

export const liveStates: readonly PaymentState[] = ['started', 'processing', 'requires_action']

/** Whether money may still come of it without a new attempt. */
export const isLive = (state: PaymentState): boolean => liveStates.includes(state)

/** Nothing more will come of it. */
export const isOver = (state: PaymentState): boolean => state === 'declined' || state === 'cancelled'

/** We are charging the saved card: nobody else may pay meanwhile. */
export const isBeingCharged = ({ kind, state }: PaymentRecord): boolean =>
  kind === 'off_session' && (state === 'started' || state === 'processing')

/** Only its owner's word to the bank is missing, and has not been asked for in vain. */
export const awaitsConfirmation = ({ kind, state, failure, confirmedAt, paymentIntentId }: PaymentRecord): boolean =>
  kind === 'off_session' &&
  paymentIntentId !== null &&
  (state === 'requires_action' || (state === 'declined' && failure?.code === 'authentication_required' && confirmedAt === null))

/** Why the bank last said no, of the attempts latest first. */
export const lastFailure = (attempts: readonly PaymentRecord[]): PaymentRecord['failure'] =>
  attempts.find((attempt) => attempt.failure !== null)?.failure ?? null

/** The saved card may be tried again where its refusal allows that, or where it has not been refused itself. */
export const mayRetryCard = (
  attempts: readonly PaymentRecord[],
  card: { paymentMethodId: string | null; savedAt: Date } | null,
): boolean => {
  const failure = lastFailure(attempts)
  if (!card?.paymentMethodId || !failure) return false
  const isRefused = attempts.some((attempt) => attempt.kind === 'off_session' && attempt.paymentMethodId === card.paymentMethodId)
  return mayRetrySameCard(failure.code) || !isRefused
}

/** Its money has come in. */
export const chargedStates: readonly PaymentState[] = ['succeeded', 'surplus']

/** Its money has come in, and Stripe has not told its fee yet: it is asked again until it has. */
export const isFeeUntold = ({ state, lookAt }: Pick<PaymentRecord, 'state' | 'lookAt'>): boolean =>
  chargedStates.includes(state) && lookAt !== null

/**
 * Whether what came in is part of what its share has paid: not what was paid twice, nor what is charged for an amendment before it applies.
 * `lines`: at least those of its mission.
 */
export const doesCount = (
  { state, shareId, raisedShareId }: Pick<PaymentRecord, 'state' | 'shareId' | 'raisedShareId'>,
  lines: ReadonlyMap<string, Pick<ShareRecord, 'raises'>>,
): boolean => state === 'succeeded' && (!raisedShareId || lines.get(shareId)?.raises?.isApplied === true)

/** The share in whose books its money stands. */
export const bookedShareOf = ({ shareId, raisedShareId }: Pick<PaymentRecord, 'shareId' | 'raisedShareId'>): string =>
  raisedShareId ?? shareId

/** What is written on a payment at Stripe, so that it is known again. */
export const metadataOf = (payment: PaymentRecord) => ({
  kind: 'share',
  missionId: payment.missionId,
  shareId: payment.shareId,
  ...(payment.raisedShareId && { raises: payment.raisedShareId }),
  paymentId: payment._id,
  attempt: String(payment.attempt),
})

/** Its owner has just been sent to the bank: a second click goes the same way. */
export const isJustConfirming = ({ confirmedAt }: PaymentRecord, now: Date): boolean =>
  confirmedAt !== null && now.getTime() - confirmedAt.getTime() < minuteMs / 2

/** Stripe is asked after two minutes, then every five: an outcome that is not known is known within ten of its return (reliability.md M4). */
export const firstLookAt = (now: Date): Date => new Date(now.getTime() + 2 * minuteMs)
export const nextLookAt = (now: Date): Date => new Date(now.getTime() + fiveMinutesMs)
