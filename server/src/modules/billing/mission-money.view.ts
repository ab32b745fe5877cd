import { isOwed } from '@mutuo/shared/missions/mission.rules.ts'
import type { getMissionMoney, listMovements as listEndpoint } from '@mutuo/shared/billing/billing.endpoints.ts'
import type { MissionMoney } from '@mutuo/shared/billing/billing.schema.ts'
import type { CellState } from '@mutuo/shared/missions/mission.schema.ts'
import { isHeld } from '@mutuo/shared/ledger/accounts.ts'
import { placesOf, type Booked } from '@mutuo/shared/ledger/balance.ts'
import { sumMinor } from '@mutuo/shared/money/money.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { ledger, type EntryRecord } from '../ledger/index.ts'
import { missions, type MilestoneRecord, type MissionRecord, type ShareRecord } from '../missions/index.ts'
import { doesCount } from './payment.rules.ts'
import { paymentStore } from './payment.store.ts'

const shownAtOnce = 8

/** Where a mission's money is, read from the books: what the viewer may read of the totals, and its own part for a firm. @throws NOT_FOUND */
export const presentMissionMoney = async ({ viewer, input }: Call<typeof getMissionMoney>): Promise<MissionMoney> => {
  const mission = await missions.getVisible(viewer, input.missionId)
  const [entries, lines, milestones, charged] = await Promise.all([
    ledger.entriesOf([mission._id]),
    missions.linesOf([mission._id]),
    missions.milestonesOf([mission._id]),
    paymentStore.chargedOf(mission._id),
  ])
  const shares = lines.filter(isOwed)
  const byId = new Map(lines.map((line) => [line._id, line]))
  const surplus = new Set(charged.filter((payment) => !doesCount(payment, byId)).map(({ chargeId }) => chargeId ?? ''))
  const mine = shares.find((share) => share.firmId === viewer.organisationId)
  const grossOf = (of: ShareRecord[]) => sumMinor(of.map((share) => share.grossMinor))
  const isMine = (entry: EntryRecord) => mine !== undefined && entry.refs.shareId === mine._id
  const ofMine = mine && placesFor(entries.filter(isMine), mine.grossMinor)
  const isOfAll = readableOfAll(viewer, entries, { mission, shares, milestones, surplus })
  return {
    all: placesFor(
      entries.filter((entry) => isMine(entry) || isOfAll(entry)),
      grossOf(shares),
    ),
    ...(ofMine && { mine: ofMine }),
    held: mine && ofMine ? heldOf(mine, milestones, ofMine.retainedMinor) : [],
    movements: visibleMovements([...entries].reverse(), mission, mine, viewer).slice(0, shownAtOnce),
  }
}

const heldOf = ({ _id }: ShareRecord, milestones: MilestoneRecord[], retainedMinor: number): MissionMoney['held'] => {
  const held = milestones.flatMap(({ _id: milestoneId, cells }) =>
    cells
      .filter(({ shareId, state }) => shareId === _id && isHeldBack(state))
      .map(({ grossMinor, state }) => ({ milestoneId, amountMinor: grossMinor, isContested: state === 'contested' })),
  )
  return sumMinor(held.map(({ amountMinor }) => amountMinor)) === retainedMinor ? held : []
}

const isHeldBack = (state: CellState): boolean => state === 'retained' || state === 'contested'

export type Known = {
  mission: MissionRecord
  shares: ShareRecord[]
  milestones: MilestoneRecord[]
  /** Charges that are no part of what a share has paid. */
  surplus: ReadonlySet<string>
}

/**
 * Which entries of others the viewer may read within a total. To some a step is told once the whole group has taken it: before every share is paid, every
 * part of a milestone released or every refund made, the difference between two looks would be one firm's amount.
 */
export const readableOfAll = (viewer: Viewer, all: EntryRecord[], { mission, shares, milestones, surplus }: Known) => {
  const isSurplus = (entry: EntryRecord) => surplus.has(entry.refs.chargeId ?? '')
  const released = new Set(milestones.filter((milestone) => milestone.state === 'released').map((milestone) => milestone._id))
  const refundedMinor = sumMinor(all.filter((entry) => entry.type === 'refund' && !isSurplus(entry)).map(sizeOf))
  const toRefund = milestones.flatMap(({ cells }) => cells.filter((cell) => cell.state === 'refunded').map((cell) => cell.grossMinor))
  const isAllRefunded = refundedMinor === sumMinor([...toRefund, ...shares.map((share) => share.takenOffMinor)])
  const readsPaid = (hasAll: boolean) => missions.mayRead(viewer, mission, 'total.paid', { all: hasAll && mission.startedAt !== null })
  const readsTransferred = (hasAll: boolean) => missions.mayRead(viewer, mission, 'total.transferred', { all: hasAll })
  return (entry: EntryRecord): boolean => {
    if (isSurplus(entry)) return readsPaid(false)
    if (entry.type === 'refund') return readsPaid(isAllRefunded)
    const { milestoneId } = entry.refs
    return milestoneId === undefined ? readsPaid(true) : readsTransferred(released.has(milestoneId))
  }
}

/** Lost disputes have gone back to the firm, as refunds have. */
const placesFor = (entries: Booked[], dueGrossMinor: number): MissionMoney['all'] => {
  const { disputedMinor, refundedMinor, ...places } = placesOf(entries)
  return { ...places, refundedMinor: refundedMinor + disputedMinor, notYetMinor: Math.max(0, dueGrossMinor - places.paidMinor) }
}

/** Every movement that the viewer may see, latest first. @throws NOT_FOUND, INVALID_INPUT */
export const listMovements = async ({ viewer, input }: Call<typeof listEndpoint>) => {
  const mission = await missions.getVisible(viewer, input.missionId)
  const before = input.cursor === undefined ? Number.MAX_SAFE_INTEGER : Number(input.cursor)
  if (!Number.isSafeInteger(before) || before < 1) throw new DomainError('INVALID_INPUT')
  const [entries, shares] = await Promise.all([ledger.page(mission._id, before, input.limit + 1), missions.sharesOf([mission._id])])
  const page = entries.slice(0, input.limit)
  const last = page.at(-1)
  const mine = shares.find((share) => share.firmId === viewer.organisationId)
  return {
    items: visibleMovements(page, mission, mine, viewer),
    ...(entries.length > page.length && last && { nextCursor: String(last.seq) }),
  }
}

/** A firm reads the movements of its own share; of the others, what the table of audiences opens. */
const visibleMovements = (
  entries: EntryRecord[],
  mission: MissionRecord,
  mine: ShareRecord | undefined,
  viewer: Viewer,
): MissionMoney['movements'] => {
  const seesAll = missions.mayRead(viewer, mission, 'share.part')
  const seesTransfers = missions.mayRead(viewer, mission, 'share.transfer')
  return entries
    .filter(
      (entry) =>
        seesAll || (mine && entry.refs.shareId === mine._id) || (seesTransfers && (entry.type === 'transfer' || entry.type === 'reversal')),
    )
    .flatMap((entry) => (isShown(entry.type) ? [present(entry, entry.type, seesAll)] : []))
}

const shown = ['charge', 'stripe_fee', 'funds_available', 'acceptance', 'transfer', 'reversal', 'refund', 'dispute', 'payout'] as const
type Shown = (typeof shown)[number]
const isShown = (type: string): type is Shown => shown.some((each) => each === type)

const present = (entry: EntryRecord, kind: Shown, withLines: boolean): MissionMoney['movements'][number] => ({
  id: entry._id,
  at: entry.at.toISOString(),
  kind,
  label: entry.refs.milestoneId ?? '',
  amountMinor: sizeOf(entry),
  lines: withLines
    ? entry.lines.map((line) => ({ account: line.account, label: line.account.split(':')[1] ?? '', amountMinor: line.amountMinor }))
    : [],
})

/** What went out of the retained funds, or into them; else the sum of the debits. */
const sizeOf = ({ lines }: EntryRecord): number => {
  const held = sumMinor(lines.filter((line) => isHeld(line.account)).map((line) => line.amountMinor))
  return held === 0 ? sumMinor(lines.filter((line) => line.amountMinor > 0).map((line) => line.amountMinor)) : Math.abs(held)
}
