import { z } from 'zod'
import { id } from '../ids/id.ts'

/** How a group was as a client, over its latest missions. What cannot be said yet is null; nothing in it is an amount. */
export const groupRecord = z.strictObject({
  groupId: id,
  missions: z.int(),
  completed: z.int(),
  brokenOff: z.int(),
  /** Parts of a hundred; null until three firms have paid a share. */
  paidOnTimePercent: z.int().nullable(),
  /** From the end of the bids to the choice, the median. */
  decisionDays: z.int().nullable(),
  /** From a delivery to its acceptance, the median. */
  acceptanceDays: z.int().nullable(),
  /** Terms changed by agreement after the bid was submitted, of the bids that became missions. */
  agreedChanges: z.int(),
})

export type GroupRecordView = z.infer<typeof groupRecord>
