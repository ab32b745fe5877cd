import { post } from '@mutuo/shared/ledger/posting.ts'
import { sumMinor } from '@mutuo/shared/money/money.ts'
import Stripe from 'stripe'
import { now } from '../../platform/clock.ts'
import { logger } from '../../platform/logger.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { ledger } from '../ledger/index.ts'
import { missions } from '../missions/index.ts'
import { organisations } from '../organisations/index.ts'
import { transferDue, transferMade } from './billing.events.ts'
import { applyPayoutAccount } from './payout-account.ts'
import { isOutcomeUnknown, keyLivesMs, stripe } from './stripe-client.ts'
import type { TransferRecord } from './transfer.model.ts'
import { transferStore } from './transfer.store.ts'

/** A part goes to the freelancer, out of the very charge that paid it, or one after the other out of both. The same command again finds the same transfer. */
export const sendTransfer = async (transferId: string): Promise<void> => {
  const transfer = await transferStore.find(transferId)
  if (!transfer || transfer.state === 'sent') return
  const payout = await organisations.payoutOf(transfer.freelancerId)
  if (!payout || payout.status !== 'active') return block(transfer)
  if (transfer.amountMinor === 0) return record(transfer, null)
  try {
    const sent = (await sentBefore(transfer)) ?? (await create(transfer, payout.accountId))
    await record(transfer, sent.id)
  } catch (error) {
    if (isAccountRefusal(error)) return blockRefused(transfer, payout.accountId)
    if (!isOutcomeUnknown(error)) throw error
    logger().warn({ err: error, transferId }, 'what became of this transfer is not known yet')
  }
}

const create = (transfer: TransferRecord, destination: string) =>
  stripe().transfers.create(
    {
      amount: transfer.amountMinor,
      currency: 'eur',
      destination,
      source_transaction: transfer.sourceChargeId,
      transfer_group: groupOf(transfer),
      metadata: { missionId: transfer.missionId, milestoneId: transfer.milestoneId, shareId: transfer.shareId },
    },
    { idempotencyKey: `xfer:${transfer._id}:${transfer.refusals}` },
  )

const groupOf = ({ missionId }: TransferRecord) => `mission_${missionId}`

/** After the key's life a repeat would pay twice: the existing transfer is adopted. */
const sentBefore = async (transfer: TransferRecord): Promise<Stripe.Transfer | undefined> => {
  if (now().getTime() - transfer.bookedAt.getTime() < keyLivesMs) return undefined
  for await (const sent of stripe().transfers.list({ transfer_group: groupOf(transfer), limit: 100 })) {
    const isOfPart = sent.metadata.milestoneId === transfer.milestoneId && sent.metadata.shareId === transfer.shareId
    if (isOfPart && sent.source_transaction === transfer.sourceChargeId) return sent
  }
  return undefined
}

/** Where fees leave nothing to send there is no transfer at Stripe. */
const record = (transfer: TransferRecord, stripeTransferId: string | null) =>
  ledger.bookInTurn(transfer.missionId, async (tx) => {
    const current = await transferStore.find(transfer._id, tx)
    if (!current || current.state === 'sent') return
    const at = now()
    const { missionId, milestoneId, shareId, firmId, freelancerId, amountMinor, sourceChargeId } = current
    if (stripeTransferId !== null) {
      const movement = { missionId, milestoneId, shareId, chargeId: sourceChargeId, payeeId: freelancerId, amountMinor }
      await ledger.post(post.transferred({ ...movement, payee: 'freelancer', transferId: stripeTransferId }), at, tx)
    }
    const sent = await transferStore.change(current, { state: 'sent', stripeTransferId, sentAt: at, lookAt: null }, tx)
    tx.emit(transferMade(sent))
    const all = (await transferStore.ofMilestone(missionId, milestoneId, tx)).filter((one) => one.shareId === shareId)
    const waiting = all.filter(({ state }) => state !== 'sent')
    // Touched, so that of two that are sent at once the later one sees that nothing waits any more.
    for (const other of waiting) await transferStore.change(other, { state: other.state }, tx)
    if (waiting.length > 0) return
    const transferredMinor = sumMinor(all.map((one) => one.amountMinor))
    await missions.recordTransfer({ missionId, milestoneId, firmId, transferredMinor, now: at }, tx)
  })

const isAccountRefusal = (error: unknown) =>
  error instanceof Stripe.errors.StripeInvalidRequestError &&
  ['transfers_not_allowed', 'capability_not_active', 'insufficient_capabilities_for_transfer'].includes(error.code ?? '')

/** The freelancer's account cannot receive now: the money stays owed and leaves as soon as it can. */
const block = (transfer: TransferRecord, refusals = transfer.refusals) =>
  transaction(async (tx) => {
    const current = await transferStore.find(transfer._id, tx)
    if (current?.state !== 'queued') return
    await transferStore.change(current, { state: 'blocked', refusals }, tx)
    await missions.recordBlocked(current, tx)
  })

/** Stripe knows of the account what we had not heard yet. */
const blockRefused = async (transfer: TransferRecord, accountId: string): Promise<void> => {
  await block(transfer, transfer.refusals + 1)
  await applyPayoutAccount(accountId)
}

/** The account can receive again: everything that waited leaves. */
export const resumeTransfers = async (freelancerId: string, turn: string): Promise<void> => {
  for (const blocked of await transferStore.blockedOf(freelancerId)) {
    await transaction(async (tx) => {
      const current = await transferStore.find(blocked._id, tx)
      if (current?.state !== 'blocked') return
      tx.emit(transferDue(await transferStore.change(current, { state: 'queued' }, tx), turn))
    })
  }
}
