import type { getMissionMoney, listMovements as listEndpoint } from '@mutuo/shared/billing/billing.endpoints.ts'
import type { MissionMoney } from '@mutuo/shared/billing/billing.schema.ts'
import { isHeld } from '@mutuo/shared/ledger/accounts.ts'
import { placesOf, type Booked } from '@mutuo/shared/ledger/balance.ts'
import { sumMinor } from '@mutuo/shared/money/money.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { ledger, type EntryRecord } from '../ledger/index.ts'
import { missions, type MilestoneRecord, type MissionRecord, type ShareRecord } from '../missions/index.ts'
import { paymentStore } from './payment.store.ts'

const shownAtOnce = 8

/** Where a mission's money is, read from the books: the totals for every party, its own part for a firm. A firm's totals move when all have. @throws NOT_FOUND */
export const presentMissionMoney = async ({ viewer, input }: Call<typeof getMissionMoney>): Promise<MissionMoney> => {
  const mission = await missions.getVisible(viewer, input.missionId)
  const [entries, shares, milestones, surplus] = await Promise.all([
    ledger.entriesOf([mission._id]),
    missions.sharesOf([mission._id]),
    missions.milestonesOf([mission._id]),
    paymentStore.surplusChargesOf(mission._id),
  ])
  const mine = shares.find((share) => share.firmId === viewer.organisationId)
  const grossOf = (of: ShareRecord[]) => sumMinor(of.map((share) => share.grossMinor))
  return {
    all: placesFor(mine ? settledTogether(entries, { mission, shares, milestones, surplus }) : entries, grossOf(shares)),
    ...(mine && {
      mine: placesFor(
        entries.filter((entry) => entry.refs.shareId === mine._id),
        mine.grossMinor,
      ),
    }),
    movements: visibleMovements([...entries].reverse(), mission, mine, viewer).slice(0, shownAtOnce),
  }
}

type Known = { mission: MissionRecord; shares: ShareRecord[]; milestones: MilestoneRecord[]; surplus: ReadonlySet<string> }

/**
 * What a firm may know of all: only steps that the whole group has taken. Before every share is paid, every part of a milestone released or every
 * refund made, the difference between two looks would be a rival's amount.
 */
const settledTogether = (all: EntryRecord[], { mission, shares, milestones, surplus }: Known): EntryRecord[] => {
  const entries = all.filter((entry) => !surplus.has(entry.refs.chargeId ?? ''))
  const released = new Set(milestones.filter((milestone) => milestone.state === 'released').map((milestone) => milestone._id))
  const refundedMinor = sumMinor(entries.filter((entry) => entry.type === 'refund').map(sizeOf))
  const toRefund = milestones.flatMap(({ cells }) => cells.filter((cell) => cell.state === 'refunded').map((cell) => cell.grossMinor))
  const isAllRefunded = refundedMinor === sumMinor([...toRefund, ...shares.map((share) => share.takenOffMinor)])
  return entries.filter((entry) => {
    if (mission.startedAt === null) return false
    if (entry.type === 'refund') return isAllRefunded
    return entry.refs.milestoneId === undefined || released.has(entry.refs.milestoneId)
  })
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
