import type { NeedDraft } from './need-draft.ts'

/** What a part of the form is given: the draft, how to change it, and what is wrong with a field. */
export type FieldsProps = {
  draft: NeedDraft
  change: (part: Partial<NeedDraft>) => void
  errorOf: (field: string) => string | undefined
}
