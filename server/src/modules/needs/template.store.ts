import { keysetPage } from '../../platform/mongo/keyset-page.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { TemplateModel, type TemplateRecord } from './template.model.ts'

const sessionOf = (tx?: Transaction) => ({ session: tx?.session ?? null })

export const templateStore = {
  async insert(template: TemplateRecord, { session }: Transaction): Promise<void> {
    await TemplateModel.insertMany([template], { session })
  },

  find: (templateId: string, tx?: Transaction): Promise<TemplateRecord | null> =>
    TemplateModel.findById(templateId, null, sessionOf(tx)).lean<TemplateRecord>().exec(),

  /** The latest first. */
  page: (associationIds: readonly string[], { limit, cursor }: { limit: number; cursor?: string | undefined }) =>
    keysetPage(TemplateModel, {
      filter: { associationId: { $in: [...associationIds] } },
      sortKey: 'savedAt',
      direction: 'desc',
      limit,
      cursor: cursor ?? null,
    }),

  async remove({ _id, associationId }: TemplateRecord, { session }: Transaction): Promise<void> {
    await TemplateModel.deleteOne({ _id, associationId }, { session })
  },
}
