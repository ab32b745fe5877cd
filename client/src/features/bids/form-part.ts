import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import type { BidDraft } from './bid-draft.ts'

/** What each part of the bid's form receives. */
export type FormPart = {
  need: NeedView
  draft: BidDraft
  change: (part: Partial<BidDraft>) => void
  errorOf: (field: string) => string | undefined
}
