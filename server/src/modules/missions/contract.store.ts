import type { Transaction } from '../../platform/mongo/transaction.ts'
import { ContractAcceptanceModel, ContractModel, type ContractAcceptanceRecord, type ContractRecord } from './contract.model.ts'

const within = (tx?: Transaction) => ({ session: tx?.session ?? null })

/** What is asked at each look at a mission: without the whole content. */
export type ContractLine = Pick<ContractRecord, 'missionId' | 'version' | 'hash' | 'at'>

export const contractStore = {
  async insert(contract: ContractRecord, { session }: Transaction): Promise<void> {
    await ContractModel.insertMany([contract], { session })
  },

  latest: (missionId: string, tx?: Transaction): Promise<ContractRecord | null> =>
    ContractModel.findOne({ missionId }, null, { ...within(tx), sort: { version: -1 } })
      .lean<ContractRecord>()
      .exec(),

  latestLine: (missionId: string, tx?: Transaction): Promise<ContractLine | null> =>
    ContractModel.findOne({ missionId }, { missionId: 1, version: 1, hash: 1, at: 1 }, { ...within(tx), sort: { version: -1 } })
      .lean<ContractLine>()
      .exec(),

  version: (missionId: string, version: number): Promise<ContractRecord | null> =>
    ContractModel.findOne({ missionId, version }).lean<ContractRecord>().exec(),

  async insertAcceptances(acceptances: ContractAcceptanceRecord[], { session }: Transaction): Promise<void> {
    if (acceptances.length > 0) await ContractAcceptanceModel.insertMany(acceptances, { session })
  },

  /** Of every version, the oldest first. */
  acceptancesOf: (missionId: string, tx?: Transaction): Promise<ContractAcceptanceRecord[]> =>
    ContractAcceptanceModel.find({ missionId }, null, { ...within(tx), sort: { version: 1, at: 1 } })
      .lean<ContractAcceptanceRecord[]>()
      .exec(),
}
