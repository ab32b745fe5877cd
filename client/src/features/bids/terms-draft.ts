import type { BidContent, Terms } from '@mutuo/shared/bids/bid.schema.ts'
import type { TFunction } from 'i18next'
import type { TierDraft } from './bid-draft.ts'
import { tierFaults, type Faults } from './bid-faults.ts'

/** Other terms as they are being typed: prices that nobody touches are null, and stay. */
export type TermsDraft = { message: string; startsOn: string; deliversOn: string; condition: string; tiers: TierDraft[] | null }

/** Begins with what is asked already, on top of what the bid says. */
export const newTerms = (content: BidContent, asked: Terms = {}): TermsDraft => ({
  message: '',
  startsOn: asked.startsOn ?? content.startsOn,
  deliversOn: asked.deliversOn ?? content.deliversOn,
  condition: '',
  tiers: asked.tiers ? asked.tiers.map((tier) => ({ ...tier })) : null,
})

/** What is sent: only what differs from the bid. */
export const termsOf = ({ startsOn, deliversOn, condition, tiers }: TermsDraft, content: BidContent): Terms => ({
  ...(startsOn !== content.startsOn && { startsOn }),
  ...(deliversOn !== content.deliversOn && { deliversOn }),
  ...(condition.trim() && { condition: condition.trim() }),
  ...(tiers && {
    tiers: tiers.map(({ minFirms, commonMinor, perFirmMinor }) => ({
      minFirms: minFirms ?? 1,
      commonMinor: commonMinor ?? 0,
      perFirmMinor: perFirmMinor ?? 0,
    })),
  }),
})

/** Everything that stops the terms from being sent; sentences of the bid's own form are said again. */
export const termFaults = (draft: TermsDraft, t: TFunction, missing: string): Faults => ({
  message: draft.message.trim() ? undefined : missing,
  startsOn: draft.startsOn ? undefined : t('faults.missing.startsOn'),
  deliversOn: dateFault(draft, t),
  ...(draft.tiers && { ...emptyTiers(draft.tiers, t), ...tierFaults({ tiers: draft.tiers }, t) }),
})

const dateFault = ({ startsOn, deliversOn }: TermsDraft, t: TFunction) => {
  if (!deliversOn) return t('faults.missing.deliversOn')
  return startsOn && deliversOn < startsOn ? t('faults.dates') : undefined
}

const emptyTiers = (tiers: readonly TierDraft[], t: TFunction): Faults =>
  Object.fromEntries(
    tiers.flatMap((tier, index) =>
      (['minFirms', 'commonMinor', 'perFirmMinor'] as const).map((figure) => [
        `tiers.${index}.${figure}`,
        tier[figure] === null ? t(`faults.missing.${figure}`) : undefined,
      ]),
    ),
  )
