import type { likelyFirms, LikelyFirms } from '@mutuo/shared/needs/finding.schema.ts'
import type { z } from 'zod'
import { organisations } from '../organisations/index.ts'
import type { FoundFirm } from './find-likely-firms.ts'
import { markIn } from './need.view.ts'

export const presentLikelyFirms = async (found: readonly FoundFirm[]): Promise<z.input<typeof likelyFirms>> => {
  const marks = await organisations.marksOf(found.map(({ firmId }) => firmId))
  return {
    items: found.map(({ firmId, reasons, isInvited }) => ({
      firm: markIn(marks, firmId),
      reasons: reasons as LikelyFirms['items'][number]['reasons'],
      isInvited,
    })),
  }
}
