import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import type { PledgeView } from '@mutuo/shared/pledges/pledge.schema.ts'
import type { PledgeDraft } from './pledge-draft.ts'
import type { PledgeField } from './pledge-faults.ts'

/** The firm that pledges, as its screens need it. */
export type OwnFirm = { units: number; colour: number; name: string }

/** What each of the three steps is given. */
export type StepProps = {
  need: NeedView
  firm: OwnFirm
  pledge: PledgeView | undefined
  draft: PledgeDraft
  change: (part: Partial<PledgeDraft>) => void
  goTo: (step: number) => void
  /** The promise is with the server: what was typed is no longer needed. */
  forget: () => void
}

/** What a card of the second step is given. */
export type PartProps = Pick<StepProps, 'need' | 'firm' | 'draft' | 'change'> & { errorOf: (field: PledgeField) => string | undefined }
