import type { Transaction } from '../../platform/mongo/transaction.ts'
import { InvitationModel, type InvitationRecord } from './invitation.model.ts'

export const invitationStore = {
  async insert(invitation: InvitationRecord, { session }: Transaction): Promise<void> {
    await InvitationModel.insertMany([invitation], { session })
  },

  async firmIdsOf(needId: string): Promise<Set<string>> {
    const found = await InvitationModel.find({ needId }, { firmId: 1 }).lean<Pick<InvitationRecord, 'firmId'>[]>().exec()
    return new Set(found.map(({ firmId }) => firmId))
  },
}
