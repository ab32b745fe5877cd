import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmulator } from '@mutuo/stripe-emulator/start-emulator.ts'
import { clientOf, eventually, startReceiver } from './emulator-support.ts'

const folder = mkdtempSync(join(tmpdir(), 'mutuo-emulator-'))
const snapshotPath = join(folder, 'state', 'stripe.json')
afterAll(() => rmSync(folder, { recursive: true }))

test('after a restart the objects are there and the webhooks that could not be delivered arrive', async () => {
  const deaf = await startEmulator({ snapshotPath, webhookUrls: { v1: 'http://127.0.0.1:9/none' } })
  const customer = await clientOf(deaf).customers.create({ name: 'Cidrerie' })
  await eventually(() => existsSync(snapshotPath) && readFileSync(snapshotPath, 'utf8').includes(customer.id), 'the snapshot')
  await deaf.stop()

  const receiver = await startReceiver()
  const reborn = await startEmulator({ snapshotPath, webhookUrls: { v1: `${receiver.url}/v1` } })
  expect((await clientOf(reborn).customers.retrieve(customer.id)).id).toBe(customer.id)
  await eventually(() => receiver.receipts.length === 1, 'the delivery')
  await reborn.stop()
  await receiver.close()
})
