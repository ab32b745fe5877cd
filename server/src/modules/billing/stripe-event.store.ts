import type { Transaction } from '../../platform/mongo/transaction.ts'
import { StripeEventModel, type StripeEventRecord } from './stripe-event.model.ts'

export const stripeEventStore = {
  async insert(event: StripeEventRecord, { session }: Transaction): Promise<void> {
    await StripeEventModel.insertMany([event], { session })
  },
}
