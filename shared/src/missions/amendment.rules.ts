import { DomainError } from '../errors/domain-error.ts'
import { allocate } from '../money/allocate.ts'
import { splitMatrix } from '../money/matrix.ts'
import { sumMinor } from '../money/money.ts'
import { withVat } from '../money/vat.ts'
import { splitByWeight } from '../money/largest-remainder.ts'
import type { AmendmentChange } from './amendment.schema.ts'
import { sumOfParts, type ShareAmounts } from './hand-over.rules.ts'
import { isRuleMet, type Cell, type CommonAcceptance, type GroupWord } from './mission.rules.ts'
import type { MilestoneState } from './mission.schema.ts'

/** A milestone as an amendment sees it. Cells are HT. */
export type AmendableMilestone = {
  id: string
  lotId: string
  lotKind: 'common' | 'own'
  lotTitle: string
  title: string
  description: string
  dueOn: string
  state: MilestoneState
  acceptedBy: readonly string[]
  cells: readonly Cell[]
}

/** The same after: what each firm pays for it, HT. No part left: it is taken out. */
export type RevisedMilestone = Pick<AmendableMilestone, 'id' | 'lotId' | 'lotKind' | 'lotTitle' | 'title' | 'description' | 'dueOn'> & {
  cells: Map<string, number>
  isNew: boolean
}

export type Revision = {
  /** Those that differ, the new ones last. */
  milestones: RevisedMilestone[]
  /** Firm → its share HT, after. */
  shares: Map<string, number>
  /** Firm → what it is to pay beside what it has paid, where that is something. */
  rises: Map<string, ShareAmounts>
  totalMinor: number
}

/** What Stripe charges at least, and a sum worth the charge. */
export const LEAST_RISE_MINOR = 100

/** Still to come: nobody has accepted it, nothing of it was released or contested. */
export const isAmendable = ({ state, acceptedBy, cells }: Pick<AmendableMilestone, 'state' | 'acceptedBy' | 'cells'>): boolean =>
  ['planned', 'delivered', 'changes_requested'].includes(state) &&
  acceptedBy.length === 0 &&
  cells.every((cell) => cell.state === 'retained')

type Asked = {
  milestones: readonly AmendableMilestone[]
  changes: readonly AmendmentChange[]
  firmIds: readonly string[]
  /** What a firm weighs in a common lot, by its share key. */
  weightOf: (lotId: string, firmId: string) => number
  vatRateBpOf: (firmId: string) => number
  /** The same for every division of this mission. */
  seed: string
  /** `YYYY-MM-DD`, in Paris. */
  today: string
}

/**
 * What the changes make of the mission. Only milestones still to come are touched. Where a common lot becomes cheaper its new price is divided by its share
 * key once more, each firm between what it pays for the lot's other milestones and what it pays for the lot today; where it becomes dearer, what it costs
 * more is divided by the key on top of what each firm pays today, whatever the caps: the part of one firm tells nothing of another's cap. No part of another
 * milestone moves; rows and columns stay exact. @throws MILESTONE_NOT_AMENDABLE, LOTS_DO_NOT_MATCH, NOT_YOUR_LOT, DUE_DAY_PASSED,
 * AMENDMENT_CHANGES_NOTHING, AMENDMENT_LEAVES_NOTHING, AMENDMENT_RISE_TOO_SMALL
 */
export const revise = (asked: Asked): Revision => {
  const open = asked.milestones.filter(isAmendable)
  const wanted = applyChanges(open, asked)
  const cells = new Map(wanted.map((milestone) => [milestone.id, milestone.cells]))
  for (const lotId of repricedCommonLots(asked)) for (const [id, parts] of divideLot(lotId, wanted, asked)) cells.set(id, parts)
  const revised = [...wanted.map((milestone) => ({ ...milestone, cells: cells.get(milestone.id)! })), ...removedOf(open, wanted)]
  const changed = revised.filter((milestone) => differs(milestone, open))
  if (changed.length === 0) throw new DomainError('AMENDMENT_CHANGES_NOTHING')
  if (wanted.length === 0) throw new DomainError('AMENDMENT_LEAVES_NOTHING')
  for (const firmId of asked.firmIds) if (more(firmId, changed, asked).netMinor <= 0) trimVat(firmId, changed, asked)
  const shares = sharesAfter(asked, revised)
  return { milestones: changed, shares, rises: risesIn(changed, asked), totalMinor: sumMinor(shares.values()) }
}

/** Whose word an amendment needs: the firms of the common lots that it touches, by what they pay for them, and of own lots each firm that is touched. */
export const electorateOf = ({ milestones, changes, firmIds }: Pick<Asked, 'milestones' | 'changes' | 'firmIds'>) => {
  const common = commonLotsOf(changes, milestones)
  const weights = paidFor(
    milestones.filter((milestone) => common.has(milestone.lotId)),
    firmIds,
  )
  const own = changes.flatMap((change) => {
    if (common.has(lotOf(change, milestones) ?? '')) return []
    if (change.kind === 'add' || change.kind === 'price') return change.firmId ?? []
    return milestones.find(({ id }) => id === change.milestoneId)?.cells.map((cell) => cell.firmId) ?? []
  })
  return {
    electors: [...weights].filter(([, weightMinor]) => weightMinor > 0).map(([firmId, weightMinor]) => ({ firmId, weightMinor })),
    ownFirmIds: [...new Set(own)],
  }
}

export type Electorate = ReturnType<typeof electorateOf>

/**
 * Firms that the group cannot agree for: their share would rise above what they have pledged, or rise although they pay for nothing that is touched.
 * `limitOf`: the most that a firm has accepted to pay, HT.
 */
export const firmsToAgreeThemselves = (
  { shares, rises }: Pick<Revision, 'shares' | 'rises'>,
  { electors }: Pick<Electorate, 'electors'>,
  limitOf: (firmId: string) => number,
): string[] =>
  [...rises.keys()].filter((firmId) => shares.get(firmId)! > limitOf(firmId) || !electors.some((elector) => elector.firmId === firmId))

/** Delegates accept work, and change no contract: an amendment then takes the majority of the euros. */
export const amendmentRuleOf = (rule: CommonAcceptance): GroupWord => (rule === 'delegates' ? 'majority_by_euros' : rule)

type Word = { organisationId: string; approves: boolean }

/** A milestone that the amendment is about has moved on since: it was accepted or contested in part, and what is accepted never moves. */
export const isOutdated = (changes: readonly AmendmentChange[], milestones: readonly AmendableMilestone[]): boolean =>
  changes.some(({ kind, milestoneId }) => kind !== 'add' && !milestones.some((one) => one.id === milestoneId && isAmendable(one)))

/** What the words given so far make of it. A majority that can no longer come is a refusal. */
export const decideAmendment = (
  { electors, ownFirmIds }: Electorate,
  words: readonly Word[],
  { freelancerId, rule }: { freelancerId: string; rule: GroupWord },
): 'agree' | 'refuse' | null => {
  const saidBy = (approves: boolean) => words.filter((word) => word.approves === approves).map((word) => word.organisationId)
  const [yes, no] = [saidBy(true), saidBy(false)]
  if (no.includes(freelancerId) || ownFirmIds.some((firmId) => no.includes(firmId))) return 'refuse'
  const cells = electors.map(({ firmId, weightMinor }): Cell => ({ firmId, netMinor: weightMinor, state: 'retained' }))
  const notRefusing = electors.map(({ firmId }) => firmId).filter((firmId) => !no.includes(firmId))
  const isGroupAsked = electors.length > 0
  if (isGroupAsked && !isRuleMet(cells, notRefusing, rule)) return 'refuse'
  const isGroupMet = !isGroupAsked || isRuleMet(cells, yes, rule)
  return isGroupMet && yes.includes(freelancerId) && ownFirmIds.every((firmId) => yes.includes(firmId)) ? 'agree' : null
}

const applyChanges = (open: readonly AmendableMilestone[], { milestones, changes, firmIds, today }: Asked): RevisedMilestone[] => {
  const wanted = new Map(open.map((milestone) => [milestone.id, revisedOf(milestone)]))
  for (const change of changes) {
    if ((change.kind === 'date' || change.kind === 'add') && change.dueOn < today) throw new DomainError('DUE_DAY_PASSED')
    if (change.kind === 'add') {
      if (milestones.some(({ id }) => id === change.milestoneId) || wanted.has(change.milestoneId)) throw new DomainError('ALREADY_EXISTS')
      wanted.set(change.milestoneId, addedOf(change, milestones, firmIds))
      continue
    }
    const milestone = wanted.get(change.milestoneId)
    if (!milestone) throw new DomainError('MILESTONE_NOT_AMENDABLE')
    if (change.kind === 'remove') wanted.delete(milestone.id)
    else wanted.set(milestone.id, changedOf(milestone, change))
  }
  return [...wanted.values()]
}

const revisedOf = ({ id, lotId, lotKind, lotTitle, title, description, dueOn, cells }: AmendableMilestone): RevisedMilestone => {
  const parts = new Map(cells.map((cell) => [cell.firmId, cell.netMinor]))
  return { id, lotId, lotKind, lotTitle, title, description, dueOn, cells: parts, isNew: false }
}

/** A common price stands for the whole until it is divided. */
const WHOLE = ''

const changedOf = (milestone: RevisedMilestone, change: Exclude<AmendmentChange, { kind: 'add' | 'remove' }>): RevisedMilestone => {
  if (change.kind === 'scope') return { ...milestone, title: change.title, description: change.description }
  if (change.kind === 'date') return { ...milestone, dueOn: change.dueOn }
  if (milestone.lotKind === 'common') return { ...milestone, cells: new Map([[WHOLE, change.netMinor]]) }
  if (change.firmId === undefined || !milestone.cells.has(change.firmId)) throw new DomainError('NOT_YOUR_LOT')
  return { ...milestone, cells: new Map([...milestone.cells, [change.firmId, change.netMinor]]) }
}

const addedOf = (
  change: Extract<AmendmentChange, { kind: 'add' }>,
  milestones: readonly AmendableMilestone[],
  firmIds: readonly string[],
): RevisedMilestone => {
  const lot = milestones.find(({ lotId }) => lotId === change.lotId)
  if (!lot) throw new DomainError('LOTS_DO_NOT_MATCH')
  if (lot.lotKind === 'own' && !firmIds.includes(change.firmId ?? WHOLE)) throw new DomainError('NOT_YOUR_LOT')
  const { lotId, lotKind, lotTitle } = lot
  const { milestoneId: id, title, description, dueOn, netMinor } = change
  const payer = lotKind === 'own' ? (change.firmId ?? WHOLE) : WHOLE
  return { id, lotId, lotKind, lotTitle, title, description, dueOn, cells: new Map([[payer, netMinor]]), isNew: true }
}

const isRepricing = ({ kind }: AmendmentChange): boolean => kind !== 'scope' && kind !== 'date'

const lotOf = (change: AmendmentChange, milestones: readonly AmendableMilestone[]): string | undefined =>
  change.kind === 'add' ? change.lotId : milestones.find(({ id }) => id === change.milestoneId)?.lotId

const commonLotsOf = (changes: readonly AmendmentChange[], milestones: readonly AmendableMilestone[]): Set<string> => {
  const touched = new Set(changes.map((change) => lotOf(change, milestones)))
  return new Set(milestones.filter(({ lotId, lotKind }) => lotKind === 'common' && touched.has(lotId)).map(({ lotId }) => lotId))
}

const repricedCommonLots = ({ changes, milestones }: Asked) => commonLotsOf(changes.filter(isRepricing), milestones)

/** Where the lot costs as much as before, nobody's part of it moves. */
const divideLot = (lotId: string, wanted: readonly RevisedMilestone[], { milestones, changes, firmIds, weightOf, seed }: Asked) => {
  const repriced = new Set(changes.filter(isRepricing).map(({ milestoneId }) => milestoneId))
  const its = milestones.filter((milestone) => milestone.lotId === lotId)
  const kept = its.filter(({ id }) => !repriced.has(id))
  const columns = wanted
    .filter((milestone) => milestone.lotId === lotId && repriced.has(milestone.id))
    .map(({ id, cells }) => ({ id, amountMinor: sumMinor(cells.values()) }))
  const past = paidFor(kept, firmIds)
  const today = paidFor(its, firmIds)
  const totalMinor = sumMinor([...past.values(), ...columns.map(({ amountMinor }) => amountMinor)])
  // A firm that pays its minimum without weighing in the key still weighs something.
  const weightFor = (id: string) => Math.max(weightOf(lotId, id), today.get(id)! > past.get(id)! ? 1 : 0)
  const moreMinor = totalMinor - sumMinor(today.values())
  const shares =
    moreMinor > 0
      ? addByKey(moreMinor, today, { firmIds, weightFor, seed })
      : allocate({
          totalMinor,
          parties: firmIds.map((id) => ({ id, weight: weightFor(id), minMinor: past.get(id)!, maxMinor: today.get(id)! })),
          seed,
        }).shares
  return splitMatrix({
    rows: firmIds.map((id) => ({ id, amountMinor: shares.get(id)! - past.get(id)! })),
    columns,
    seed,
  })
}

type ByKey = { firmIds: readonly string[]; weightFor: (firmId: string) => number; seed: string }

const addByKey = (moreMinor: number, today: ReadonlyMap<string, number>, { firmIds, weightFor, seed }: ByKey): Map<string, number> => {
  const parts = splitByWeight(moreMinor, firmIds.map(weightFor), firmIds, seed)
  return new Map(firmIds.map((firmId, at) => [firmId, today.get(firmId)! + parts[at]!]))
}

const removedOf = (open: readonly AmendableMilestone[], wanted: readonly RevisedMilestone[]): RevisedMilestone[] =>
  open
    .filter(({ id }) => !wanted.some((milestone) => milestone.id === id))
    .map((milestone) => ({ ...revisedOf(milestone), cells: new Map<string, number>() }))

const differs = (milestone: RevisedMilestone, open: readonly AmendableMilestone[]): boolean => {
  const before = open.find(({ id }) => id === milestone.id)
  if (!before) return true
  const was = revisedOf(before)
  const firmIds = [...new Set([...was.cells.keys(), ...milestone.cells.keys()])]
  return (
    was.title !== milestone.title ||
    was.description !== milestone.description ||
    was.dueOn !== milestone.dueOn ||
    firmIds.some((firmId) => (was.cells.get(firmId) ?? 0) !== (milestone.cells.get(firmId) ?? 0))
  )
}

const sharesAfter = ({ milestones, firmIds }: Asked, revised: readonly RevisedMilestone[]): Map<string, number> => {
  const past = paidFor(
    milestones.filter((milestone) => !isAmendable(milestone)),
    firmIds,
  )
  return new Map(firmIds.map((firmId) => [firmId, sumMinor([past.get(firmId)!, ...revised.map(({ cells }) => cells.get(firmId) ?? 0)])]))
}

/** How much more, or less, a firm pays for the milestones that change; each part with its own VAT. */
const more = (firmId: string, changed: readonly RevisedMilestone[], { milestones, vatRateBpOf }: Asked): ShareAmounts => {
  const treatment = { rateBp: vatRateBpOf(firmId) }
  const isTouched = ({ id }: AmendableMilestone) => changed.some((milestone) => milestone.id === id)
  const before = sumOfParts(
    milestones
      .filter(isTouched)
      .flatMap(({ lotKind, cells }) => minorOf(cells, firmId).map((netMinor) => ({ ...withVat(netMinor, treatment), lotKind }))),
  )
  const after = sumOfParts(changed.map(({ lotKind, cells }) => ({ ...withVat(cells.get(firmId) ?? 0, treatment), lotKind })))
  return {
    netMinor: after.netMinor - before.netMinor,
    vatMinor: after.vatMinor - before.vatMinor,
    grossMinor: after.grossMinor - before.grossMinor,
    commonNetMinor: after.commonNetMinor - before.commonNetMinor,
    ownNetMinor: after.ownNetMinor - before.ownNetMinor,
  }
}

/**
 * VAT is rounded once an invoice: the same price cut otherwise can cost a firm some cents of VAT more, which nobody has paid. They are taken off the
 * price, so that a firm whose price does not rise has nothing to pay.
 */
const trimVat = (firmId: string, changed: readonly RevisedMilestone[], asked: Asked): void => {
  while (more(firmId, changed, asked).grossMinor > 0) {
    const { cells } = changed.reduce((most, one) => ((one.cells.get(firmId) ?? 0) > (most.cells.get(firmId) ?? 0) ? one : most))
    cells.set(firmId, cells.get(firmId)! - 1)
  }
}

/** Whose rise would be too small is not said: a rival's part is never shown (decision 006). */
const risesIn = (changed: readonly RevisedMilestone[], asked: Asked): Map<string, ShareAmounts> => {
  const rises = asked.firmIds
    .map((firmId) => [firmId, more(firmId, changed, asked)] as const)
    .filter(([, { grossMinor }]) => grossMinor > 0)
  if (rises.some(([, { grossMinor }]) => grossMinor < LEAST_RISE_MINOR))
    throw new DomainError('AMENDMENT_RISE_TOO_SMALL', { leastMinor: LEAST_RISE_MINOR })
  return new Map(rises)
}

const paidFor = (milestones: readonly AmendableMilestone[], firmIds: readonly string[]): Map<string, number> =>
  new Map(firmIds.map((firmId) => [firmId, sumMinor(milestones.flatMap(({ cells }) => minorOf(cells, firmId)))]))

/** A part that went back to its firm is paid no more. */
const minorOf = (cells: readonly Cell[], firmId: string): number[] =>
  cells.filter((cell) => cell.firmId === firmId && cell.state !== 'refunded').map((cell) => cell.netMinor)
