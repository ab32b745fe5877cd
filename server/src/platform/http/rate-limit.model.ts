import { Schema } from 'mongoose'
import { defineModel } from '../mongo/define-model.ts'

/** Written by rate-limiter-flexible. */
const schema = new Schema<{ key: string; points: number; expire: Date | null }>({ key: String, points: Number, expire: Date })
schema.index({ expire: 1 }, { name: 'expired', expireAfterSeconds: 0 })
schema.index({ key: 1 }, { name: 'one_counter_a_key', unique: true })

export const RateLimitModel = defineModel('rate_limits', schema)
