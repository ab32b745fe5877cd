import type { AddressInfo } from 'node:net'
import { createApp } from './app.ts'
import { createControl, type Control } from './control/control.ts'
import { releaseFunds } from './resources/balance-transactions.ts'
import { bookCharge } from './resources/charges.ts'
import { settleDebit } from './resources/debit-payments.ts'
import { openDispute } from './resources/disputes.ts'
import { payOut } from './resources/payouts.ts'
import { failRefund, finishRefund } from './resources/refunds.ts'
import { attemptDelivery, resumeDeliveries } from './webhooks/deliver-event.ts'
import { readSnapshot, writeSnapshot } from './world/snapshot.ts'
import { nextTask, runDueTasks, type TaskHandlers } from './world/tasks.ts'
import { SECRET_KEY, WEBHOOK_SECRETS, type WebhookSecrets, type WebhookTargets, type World } from './world/world.ts'

export type EmulatorOptions = {
  /** 0 or absent: any free port. */
  port?: number
  /** Address browsers reach the pages at, where it is not the one listened on. */
  publicUrl?: string
  webhookUrls?: WebhookTargets
  secretKey?: string
  secrets?: Partial<WebhookSecrets>
  /** File in which the state is kept from one run to the next. */
  snapshotPath?: string
  /** Clock the emulator's own offset is added to. */
  now?: () => Date
}

export type Emulator = { url: string; port: number; control: Control; stop: () => Promise<void> }

const TASK_HANDLERS: TaskHandlers = {
  book_charge: bookCharge,
  settle_debit: settleDebit,
  open_dispute: openDispute,
  finish_refund: finishRefund,
  fail_refund: failRefund,
  pay_out: payOut,
  release_funds: releaseFunds,
  deliver: (world, deliveryId) => void attemptDelivery(world, deliveryId),
}

const SNAPSHOT_DELAY_MS = 50
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** Starts a Stripe account of its own on 127.0.0.1; stop() waits for the last snapshot. */
export const startEmulator = async (options: EmulatorOptions = {}): Promise<Emulator> => {
  const { snapshotPath, now = () => new Date() } = options
  const timers = { task: undefined as NodeJS.Timeout | undefined, snapshot: undefined as NodeJS.Timeout | undefined, isStopped: false }
  const saveSoon = () => {
    if (snapshotPath === undefined) return
    timers.snapshot ??= setTimeout(() => {
      timers.snapshot = undefined
      writeSnapshot(snapshotPath, world.state)
    }, SNAPSHOT_DELAY_MS)
  }
  const workSoon = () => {
    clearTimeout(timers.task)
    const task = nextTask(world)
    if (!task || timers.isStopped) return
    timers.task = setTimeout(
      () => {
        runDueTasks(world, TASK_HANDLERS)
        world.changed()
      },
      Math.min(LONGEST_TIMER_MS, Math.max(0, task.dueAtMs - world.nowMs())),
    )
  }
  const world: World = {
    state: readSnapshot(snapshotPath),
    secretKey: options.secretKey ?? SECRET_KEY,
    baseUrl: '',
    webhookUrls: options.webhookUrls ?? {},
    secrets: { ...WEBHOOK_SECRETS, ...options.secrets },
    nowMs: () => now().getTime() + world.state.clockOffsetMs,
    request: null,
    changed: () => {
      if (timers.isStopped) return
      saveSoon()
      workSoon()
    },
  }
  const control = createControl(world, TASK_HANDLERS)
  const server = createApp(world, control).listen(options.port ?? 0, '127.0.0.1')
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject))
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  world.baseUrl = options.publicUrl ?? url
  resumeDeliveries(world)
  world.changed()
  const stop = async () => {
    timers.isStopped = true
    clearTimeout(timers.task)
    clearTimeout(timers.snapshot)
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    if (snapshotPath !== undefined) writeSnapshot(snapshotPath, world.state)
  }
  return { url, port, control, stop }
}
