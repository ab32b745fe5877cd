import type { ContractParty } from '@mutuo/shared/missions/contract.schema.ts'
import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/define-model.ts'
import type { MissionRecord } from './mission.model.ts'

/** All that the parties have agreed, whole: what each reads of it is its copy. Plain JSON, for its hash is taken over it. */
export type ContractContent = {
  missionId: string
  version: number
  drawnUpAt: string
  /** The amendment that made this version; null at the award. */
  amendmentTurn: number | null
  title: string
  group: { id: string; name: string; charterVersion: number }
  needId: string
  bidId: string
  ballotId: string
  parties: ContractParty[]
  lots: { id: string; kind: 'common' | 'own'; title: string; description: string }[]
  milestones: {
    id: string
    position: number
    title: string
    description: string
    lotId: string
    lotKind: 'common' | 'own'
    lotTitle: string
    dueOn: string
    netMinor: number
    cells: { firmId: string; netMinor: number; vatMinor: number; grossMinor: number }[]
  }[]
  shares: {
    firmId: string
    netMinor: number
    vatMinor: number
    grossMinor: number
    commonNetMinor: number
    ownNetMinor: number
    vatRateBp: number
    vatMention: string | null
    capMinor: number
    coverMinor: number
  }[]
  totalMinor: number
  startsOn: string
  endsOn: string
  /** A version of before the charter said how long a notice is has thirty days. */
  rules: Omit<MissionRecord['rules'], 'noticeDays'> & Partial<Pick<MissionRecord['rules'], 'noticeDays'>>
  waterfall: readonly string[]
  audiences: readonly string[]
  /** Of the general clauses and of the invoicing mandate, whose words stand in `contract.texts.ts`. */
  textVersion: string
  mandateVersion: string
}

/** One version of a mission's contract: inserted once, never changed. */
export type ContractRecord = {
  /** `<missionId>:<version>` */
  _id: string
  missionId: string
  groupId: string
  version: number
  content: ContractContent
  /** SHA-256 of the content's canonical JSON. */
  hash: string
  at: Date
}

/** One party has accepted one version: inserted once, never changed. */
export type ContractAcceptanceRecord = {
  /** `<missionId>:<version>:<organisationId>` */
  _id: string
  missionId: string
  groupId: string
  version: number
  hash: string
  organisationId: string
  role: ContractParty['role']
  userId: string
  name: string
  at: Date
}

/** Sharded by missionId. */
const contractSchema = new Schema<ContractRecord>({
  _id: String,
  missionId: { type: String, required: true },
  groupId: { type: String, required: true },
  version: { type: Number, required: true },
  content: { type: Object, required: true },
  hash: { type: String, required: true },
  at: { type: Date, required: true },
})
contractSchema.index({ missionId: 1, version: -1 }, { unique: true, name: 'versions_of_mission' })

/** Sharded by missionId. */
const acceptanceSchema = new Schema<ContractAcceptanceRecord>({
  _id: String,
  missionId: { type: String, required: true },
  groupId: { type: String, required: true },
  version: { type: Number, required: true },
  hash: { type: String, required: true },
  organisationId: { type: String, required: true },
  role: { type: String, required: true },
  userId: { type: String, required: true },
  name: { type: String, required: true },
  at: { type: Date, required: true },
})
acceptanceSchema.index({ missionId: 1, version: 1, organisationId: 1 }, { unique: true, name: 'once_a_party' })

export const ContractModel = defineModel<ContractRecord>('contracts', contractSchema)
export const ContractAcceptanceModel = defineModel<ContractAcceptanceRecord>('contract_acceptances', acceptanceSchema)
