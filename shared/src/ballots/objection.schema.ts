import { z } from 'zod'
import { abilityOf } from '../http/page.ts'
import { id, instant } from '../ids/id.ts'
import { organisationMark } from '../organisations/organisation.schema.ts'

/** What a freelancer may read of an objection to its bid: of the ballot, nothing. */
export const objectionForFreelancer = z.strictObject({
  id,
  ballotId: id,
  needId: id,
  needTitle: z.string(),
  association: z.string(),
  firm: organisationMark,
  reason: z.string(),
  raisedAt: instant,
  reply: z.strictObject({ text: z.string(), at: instant }).optional(),
  state: z.enum(['raised', 'lifted', 'adopted', 'upheld', 'dismissed', 'lapsed']),
  settled: z.strictObject({ text: z.string(), at: instant }).optional(),
  abilities: abilityOf(['reply']),
})

export type ObjectionForFreelancer = z.infer<typeof objectionForFreelancer>
