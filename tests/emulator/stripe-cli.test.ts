import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { eventually, startWithReceiver } from './emulator-support.ts'

type Setting = Awaited<ReturnType<typeof startWithReceiver>>
let setting: Setting
const home = mkdtempSync(join(tmpdir(), 'mutuo-stripe-cli-'))

beforeAll(async () => {
  setting = await startWithReceiver()
  await setting.stripe.topups.create({ amount: 10_000, currency: 'usd' })
})
afterAll(async () => {
  await setting.stop()
  rmSync(home, { recursive: true })
})

/** The official binary that @stripe/cli brings for this machine. */
const stripeBinary = (): string => {
  const require = createRequire(__filename)
  const folder = dirname(require.resolve(`@stripe/cli-${process.platform}-${process.arch}/package.json`))
  const path = join(folder, 'bin', 'stripe')
  if (!existsSync(path)) throw new Error(`No Stripe CLI at ${path}`)
  return path
}

const trigger = (event: string) =>
  promisify(execFile)(stripeBinary(), ['trigger', event, '--api-key', 'sk_test_mutuo_emulator', '--api-base', setting.emulator.url], {
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, STRIPE_CLI_TELEMETRY_OPTOUT: '1' },
    timeout: 20_000,
  })

test.each([
  'topup.created',
  'customer.created',
  'payment_intent.succeeded',
  'payment_intent.payment_failed',
  'payment_intent.requires_action',
  'payment_intent.amount_capturable_updated',
  'payment_intent.canceled',
  'setup_intent.succeeded',
  'setup_intent.setup_failed',
  'payment_method.attached',
  'charge.refunded',
  'charge.failed',
  'charge.dispute.created',
  'transfer.created',
  'transfer.reversed',
])('the official CLI triggers %s', async (event) => {
  const { stdout } = await trigger(event)
  expect(stdout).toContain('Trigger succeeded')
  await eventually(() => setting.receiver.receipts.some(({ body }) => (JSON.parse(body) as { type: string }).type === event), event)
})
