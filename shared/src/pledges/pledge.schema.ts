import { z } from 'zod'
import { abilityOf } from '../http/page.ts'
import { day, id, instant } from '../ids/id.ts'
import { agreedMinor, amountMinor } from '../money/money.ts'
import { shareKey } from '../needs/need.schema.ts'
import { proof } from '../organisations/organisation.schema.ts'

export const pledgeState = z.enum(['draft', 'ready', 'locked', 'converted', 'withdrawn', 'released'])

/** What a firm may ask of its freelancer; a SIRET is asked of everybody. */
export const requirableProof = proof.shape.kind.exclude(['siret'])

const mostExclusions = 3

const eachOnce = <T extends z.ZodType>(element: T, most: number) =>
  z
    .array(element)
    .min(1)
    .max(most)
    .refine((list) => new Set(list).size === list.length, { error: 'each one once' })

/** All of them together must hold. */
export const pledgeConditions = z.strictObject({
  minFirms: z.int().min(2).max(200).optional(),
  /** HT, cover not included. */
  maxShareMinor: agreedMinor.optional(),
  startsBefore: day.optional(),
  /** « Not with them »: known to the firm that says so, and to nobody else. */
  excludedFirmIds: eachOnce(id, mostExclusions).optional(),
  /** The freelancer holds each of them on the first day of work. */
  requiredProofs: eachOnce(requirableProof, requirableProof.options.length).optional(),
})

const promise = {
  capMinor: agreedMinor.min(100),
  coverMinor: agreedMinor,
  units: z.int().min(1).max(500),
  /** Where a lot is divided by turnover or by a measure of the group's own: the number of the band, or the figure. */
  measure: z.int().min(1).max(100_000).optional(),
  conditions: pledgeConditions,
}

/** What a firm sends. The id is made by the client, so that a repeat is the same pledge. */
export const makePledgeInput = z.strictObject({ id, needId: id, ...promise })
export const changePledgeInput = z.strictObject({ pledgeId: id, version: z.int(), ...promise })
export const previewPledgeInput = z.strictObject({ needId: id, ...promise })

/** What the firm would pay and whether it would come in, for some number of firms. HT. */
export const previewPoint = z.strictObject({ firms: z.int(), myShareMinor: amountMinor, comesIn: z.boolean(), isNow: z.boolean() })

/** The smallest change that lets a blocked pledge in. */
export const unblocking = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('FIRMS_MISSING'), firms: z.int() }),
  z.strictObject({ code: z.literal('PRICE_TOO_HIGH'), dropMinor: amountMinor }),
  z.strictObject({ code: z.literal('STARTS_TOO_LATE'), startsOn: day }),
  z.strictObject({ code: z.literal('PROOF_MISSING'), proofs: z.array(requirableProof) }),
  /** What all caps together lack is a figure that would speak of the others'. */
  z.strictObject({ code: z.literal('CAPS_TOO_LOW') }),
  /** Firms that the reader itself excludes and that have joined. */
  z.strictObject({ code: z.literal('EXCLUDED_FIRM_IN'), firmIds: z.array(id) }),
])

export const pledgePreview = z.strictObject({
  /** HT, at the number of firms that the firm's own conditions ask for. */
  estimatedShareMinor: amountMinor,
  estimatedFirms: z.int(),
  marginMinor: amountMinor,
  /** The most that can ever be charged, VAT included at the highest rate that a bid may bring. */
  atMostGrossMinor: amountMinor,
  atMostVatMinor: amountMinor,
  comesInNow: z.boolean(),
  /** Firms that come in now, out of those that have joined, the viewer included. */
  firmsIn: z.int(),
  firmsJoined: z.int(),
  unblockedBy: z.array(unblocking),
  points: z.array(previewPoint),
})

/** A firm's own pledge: nobody else receives this view. */
export const pledgeView = z.strictObject({
  id,
  version: z.int(),
  needId: id,
  state: pledgeState,
  ...promise,
  preview: pledgePreview,
  madeAt: instant,
  card: z.strictObject({ brand: z.string(), last4: z.string(), expires: z.string() }).optional(),
  abilities: abilityOf(['change', 'confirm', 'withdraw']),
})

/** Every share key side by side, before the lock. HT, by the keys alone. */
export const shareKeysView = z.strictObject({
  /** The number of firms that it is computed for: those that have joined and the reader, or as many as the mission needs. */
  firms: z.int(),
  rows: z.array(
    z.strictObject({
      key: z.enum([...shareKey.options, 'mixed']),
      isCurrent: z.boolean(),
      /** The reader's own firm; `from` and `to` differ where an exact figure would speak of the others. */
      mine: z.strictObject({ fromMinor: amountMinor, toMinor: amountMinor }).optional(),
      /** Organisers only, without names, and from a number of firms upwards. */
      spread: z.strictObject({ leastMinor: amountMinor, middleMinor: amountMinor, mostMinor: amountMinor }).optional(),
    }),
  ),
  isOrganiser: z.boolean(),
})

export type ShareKeysView = z.infer<typeof shareKeysView>
export type RequirableProof = z.infer<typeof requirableProof>
export type PledgeConditions = z.infer<typeof pledgeConditions>
export type PledgeView = z.infer<typeof pledgeView>
export type PledgePreview = z.infer<typeof pledgePreview>
export type PledgeState = z.infer<typeof pledgeState>
