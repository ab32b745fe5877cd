import { sumMinor } from '../money/money.ts'
import { withVat, type Taxed, type VatTreatment } from '../money/vat.ts'
import type { CellState, MilestoneState, ShareState } from './mission.schema.ts'

/** One milestone as far as the parts of its firms go. `dueOn` is a day, `2031-05-01`. */
export type HandedMilestone = {
  state: MilestoneState
  lotKind: 'common' | 'own'
  dueOn: string
  cells: readonly (Taxed & { shareId: string; state: CellState })[]
}
export type ShareAmounts = Taxed & { commonNetMinor: number; ownNetMinor: number }

/** After a notice only what is still to be delivered and falls due later passes to another; else all that is retained. */
export const doesMove = <M extends HandedMilestone>(
  milestone: M,
  cell: M['cells'][number],
  shareId: string,
  after: string | null,
): boolean =>
  cell.shareId === shareId &&
  cell.state === 'retained' &&
  (after === null || (milestone.dueOn > after && (milestone.state === 'planned' || milestone.state === 'changes_requested')))

/** What a share is after its parts: their sum, VAT by VAT (payments.md §5). */
export const sumOfParts = (parts: readonly (Taxed & { lotKind: 'common' | 'own' })[]): ShareAmounts => {
  const netMinor = sumMinor(parts.map((part) => part.netMinor))
  const commonNetMinor = sumMinor(parts.filter(({ lotKind }) => lotKind === 'common').map((part) => part.netMinor))
  return {
    netMinor,
    vatMinor: sumMinor(parts.map((part) => part.vatMinor)),
    grossMinor: sumMinor(parts.map((part) => part.grossMinor)),
    commonNetMinor,
    ownNetMinor: netMinor - commonNetMinor,
  }
}

/** What another firm would pay for the parts that move: the same HT, with its own VAT. */
export const amountsToTake = (
  milestones: readonly HandedMilestone[],
  share: { shareId: string; after: string | null },
  treatment: Pick<VatTreatment, 'rateBp'>,
): ShareAmounts =>
  sumOfParts(
    milestones.flatMap((milestone) =>
      milestone.cells
        .filter((cell) => doesMove(milestone, cell, share.shareId, share.after))
        .map((cell) => ({ ...withVat(cell.netMinor, treatment), lotKind: milestone.lotKind })),
    ),
  )

/** Whether nothing of the share was accepted, contested or given back: then the whole of it may change hands. */
export const isUntouched = (milestones: readonly HandedMilestone[], shareId: string): boolean =>
  milestones.every(({ cells }) => cells.every((cell) => cell.shareId !== shareId || cell.state === 'retained'))

/** A share that is not paid passes at once; one that is paid passes when the other firm has paid, and its own firm is then refunded. */
export const handsOverUnpaid = (state: ShareState): boolean => ['requires_action', 'dunning', 'failed'].includes(state)
export const handsOverPaid = (state: ShareState): boolean => state === 'paid'

export type Waiting = { firmId: string; capMinor: number; takesOwnLots: boolean; joinedAt: Date }

/** The first in order whose cap carries the share, and who takes own lots where there are some; whoever was asked before is not asked again. */
export const firstWhoCan = <W extends Waiting>(
  waiting: readonly W[],
  share: Pick<ShareAmounts, 'netMinor' | 'ownNetMinor'>,
  askedFirmIds: readonly string[],
): W | null =>
  inOrder(waiting).find(
    ({ firmId, capMinor, takesOwnLots }) =>
      !askedFirmIds.includes(firmId) && capMinor >= share.netMinor && (takesOwnLots || share.ownNetMinor === 0),
  ) ?? null

/** By time; of two at the same instant always the same one. */
export const inOrder = <W extends Pick<Waiting, 'firmId' | 'joinedAt'>>(waiting: readonly W[]): W[] =>
  [...waiting].sort((a, b) => a.joinedAt.getTime() - b.joinedAt.getTime() || (a.firmId < b.firmId ? -1 : 1))

const dayMs = 24 * 3600 * 1000
/** How long a firm has to say whether it takes a share. */
export const offerLastsMs = 2 * dayMs
const parisDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' })
/** The last day of a notice, in Paris: its firm is freed of what another takes over after it. */
export const noticeEndsOn = (givenAt: Date, noticeDays: number): string => parisDay.format(new Date(givenAt.getTime() + noticeDays * dayMs))
