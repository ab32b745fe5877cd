import { z } from 'zod'
import { abilityOf } from '../http/page.ts'
import { day, id, instant } from '../ids/id.ts'
import { amountMinor } from '../money/money.ts'

/** Lower-case hexadecimal, 64 signs. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** What a person types again before an act that binds. */
export const passwordAgain = z.string().min(1).max(128)
export const partyRole = z.enum(['firm', 'freelancer', 'association'])
export const lotKind = z.enum(['common', 'own'])

/** A party as it was known on the day of the contract. */
export const contractParty = z.strictObject({
  id,
  role: partyRole,
  name: z.string(),
  siret: z.string().optional(),
  vatNumber: z.string().optional(),
  address: z.string(),
})

/** One version of a mission's contract, as its reader's copy: the common part, and of the amounts those that the reader may know (decision 006). HT unless said. */
export const contractView = z.strictObject({
  missionId: id,
  version: z.int(),
  latestVersion: z.int(),
  drawnUpAt: instant,
  /** Of the full record, of which every party has its copy. */
  hash: sha256,
  /** Of this copy, as its reader has it. */
  copyHash: sha256,
  title: z.string(),
  group: z.string(),
  charterVersion: z.int(),
  /** Which amendment made this version; absent at the award. */
  amendmentTurn: z.int().optional(),
  freelancer: contractParty,
  association: contractParty,
  firms: z.array(contractParty),
  startsOn: day,
  endsOn: day,
  totalMinor: amountMinor,
  lots: z.array(z.strictObject({ id, kind: lotKind, title: z.string(), description: z.string() })),
  milestones: z.array(
    z.strictObject({
      id,
      position: z.int(),
      title: z.string(),
      description: z.string(),
      lotTitle: z.string(),
      lotKind,
      dueOn: day,
      /** Of all firms; absent for an own lot where the reader may know its own part only. */
      amountMinor: amountMinor.optional(),
      myAmountMinor: amountMinor.optional(),
      /** Where the charter opens amounts to the association. */
      parts: z.array(z.strictObject({ firmId: id, amountMinor })).optional(),
    }),
  ),
  /** What each firm pays: the reader's own, or all where the charter opens them to the association. Caps are each firm's own. */
  shares: z.array(
    z.strictObject({
      firmId: id,
      name: z.string(),
      isMe: z.boolean(),
      netMinor: amountMinor.optional(),
      vatMinor: amountMinor.optional(),
      grossMinor: amountMinor.optional(),
      capMinor: amountMinor.optional(),
      coverMinor: amountMinor.optional(),
    }),
  ),
  /** In the reader's language; the French ones bind. */
  clauses: z.array(z.strictObject({ title: z.string(), paragraphs: z.array(z.string()), items: z.array(z.string()).optional() })),
  acceptances: z.array(
    z.strictObject({ organisationId: id, role: partyRole, organisation: z.string(), person: z.string(), at: instant, hash: sha256 }),
  ),
  awaited: z.array(z.strictObject({ organisationId: id, role: partyRole, organisation: z.string() })),
  abilities: abilityOf(['accept']),
})

export type ContractView = z.infer<typeof contractView>
export type ContractParty = z.infer<typeof contractParty>
export type PartyRole = z.infer<typeof partyRole>
