import { isOutdated, type RevisedMilestone, type Revision } from '@mutuo/shared/missions/amendment.rules.ts'
import { sumOfParts } from '@mutuo/shared/missions/hand-over.rules.ts'
import { sumMinor } from '@mutuo/shared/money/money.ts'
import { withVat } from '@mutuo/shared/money/vat.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { amendmentApplied } from './amendment.events.ts'
import type { AmendmentRecord } from './amendment.model.ts'
import { amendmentStore } from './amendment.store.ts'
import type { ContractAcceptanceRecord, ContractRecord } from './contract.model.ts'
import { contractStore } from './contract.store.ts'
import { drawUpContract } from './draw-up-contract.ts'
import type { CellRecord, MilestoneRecord } from './milestone.model.ts'
import type { MissionRecord } from './mission.model.ts'
import { missionStore } from './mission.store.ts'
import { amendable, reviseMission } from './revise-mission.ts'
import type { ShareRecord } from './share.model.ts'

/** What an amendment makes of the mission as it stands now. */
export type Applicable = { milestones: MilestoneRecord[]; shares: ShareRecord[]; revision: Revision }

/** Null where the mission has moved on: what would be charged and changed must be, to the cent, what was read by those who agreed. */
export const applicable = async (mission: MissionRecord, amendment: AmendmentRecord, tx: Transaction): Promise<Applicable | null> => {
  const [shares, milestones] = [await missionStore.shares([mission._id], tx), await missionStore.milestones([mission._id], tx)]
  if (mission.state !== 'active' || isOutdated(amendment.changes, milestones.map(amendable))) return null
  const revision = await reviseMission({ mission, milestones, shares }, amendment.changes, amendment.proposedAt, tx)
  const isAsRead = amendment.shares
    .filter(({ firmId }) => mission.firmIds.includes(firmId))
    .every(
      ({ firmId, afterMinor, rise }) =>
        revision.shares.get(firmId) === afterMinor && revision.rises.get(firmId)?.grossMinor === rise?.grossMinor,
    )
  return isAsRead ? { milestones, shares, revision } : null
}

/**
 * What was agreed becomes true in one commit: milestones, parts and shares, the next version of the contract, accepted by those who agreed, and what
 * each share costs less, which billing gives back. What was charged for it counts in the shares from now on. @throws STALE_STATE
 */
export const applyAmendment = async (
  mission: MissionRecord,
  amendment: AmendmentRecord,
  { milestones, shares, revision }: Applicable,
  now: Date,
  tx: Transaction,
): Promise<void> => {
  const written = await writeMilestones(mission, { milestones, shares, revised: revision.milestones }, tx)
  const { after, takenOff } = await writeShares(shares, written, tx)
  const isLive = ({ cells }: MilestoneRecord) => cells.length > 0
  const amended = await missionStore.change(
    mission,
    {
      totalMinor: revision.totalMinor,
      endsOn: written.filter(isLive).reduce((last, { dueOn }) => (dueOn > last ? dueOn : last), mission.endsOn),
      openMilestones: mission.openMilestones + written.filter(isLive).length - milestones.filter(isLive).length,
      history: [...mission.history, { at: now, event: 'mission.amended', by: '' }],
    },
    tx,
  )
  const version = ((await contractStore.latestLine(mission._id, tx))?.version ?? 0) + 1
  const contract = await drawUpContract(
    { mission: amended, shares: after, milestones: written, version, amendmentTurn: amendment.turn, now },
    tx,
  )
  await contractStore.insertAcceptances(acceptancesOf(contract, amendment), tx)
  for (const line of await missionStore.rises(amendment._id, tx))
    if (line.raises) await missionStore.changeShare(line, { raises: { ...line.raises, isApplied: true } }, tx)
  const applied = await amendmentStore.change(amendment, { answers: amendment.answers, state: 'applied', settledAt: now }, tx)
  tx.emit(amendmentApplied(amended, applied, takenOff))
}

type Writing = { milestones: MilestoneRecord[]; shares: ShareRecord[]; revised: RevisedMilestone[] }

const writeMilestones = async (
  mission: MissionRecord,
  { milestones, shares, revised }: Writing,
  tx: Transaction,
): Promise<MilestoneRecord[]> => {
  const after = new Map(milestones.map((milestone) => [milestone._id, milestone]))
  let position = Math.max(...milestones.map((milestone) => milestone.position))
  for (const { id, title, description, dueOn, cells: parts, isNew, ...lot } of revised) {
    const cells = cellsOf(parts, shares)
    const words = { title, description, dueOn, cells, netMinor: sumMinor(cells.map((cell) => cell.netMinor)) }
    if (isNew) {
      const added = { ...newMilestone(mission, id, (position += 1)), ...lot, ...words }
      await missionStore.insertMilestone(added, tx)
      after.set(id, added)
      continue
    }
    const isGone = cells.length === 0
    const changed = { ...words, ...(isGone && { state: 'cancelled' as const, remindAt: null }) }
    after.set(id, await missionStore.changeMilestone(after.get(id)!, changed, tx))
  }
  return [...after.values()]
}

const cellsOf = (parts: ReadonlyMap<string, number>, shares: readonly ShareRecord[]): CellRecord[] =>
  shares
    .filter(({ firmId }) => (parts.get(firmId) ?? 0) > 0)
    .map(({ _id, firmId, vatRateBp }) => ({
      firmId,
      shareId: _id,
      ...withVat(parts.get(firmId)!, { rateBp: vatRateBp }),
      state: 'retained',
      contestedBecause: null,
      transferredMinor: null,
    }))

const newMilestone = ({ _id, groupId }: MissionRecord, id: string, position: number) => ({
  _id: id,
  missionId: _id,
  groupId,
  position,
  state: 'planned' as const,
  version: 1,
  delivery: null,
  remindAt: null,
  changesRequested: [],
  acceptedBy: [],
  acceptedAt: null,
  releasedAt: null,
})

/** A share is the sum of its parts, which have their VAT each. */
const writeShares = async (shares: ShareRecord[], milestones: MilestoneRecord[], tx: Transaction) => {
  const after: ShareRecord[] = []
  const takenOff: { shareId: string; grossMinor: number }[] = []
  for (const share of shares) {
    const parts = milestones.flatMap(({ lotKind, cells }) =>
      cells.filter((cell) => cell.shareId === share._id).map((cell) => ({ ...cell, lotKind })),
    )
    const sums = sumOfParts(parts)
    const isSame = sums.grossMinor === share.grossMinor && sums.netMinor === share.netMinor && sums.commonNetMinor === share.commonNetMinor
    if (isSame) {
      after.push(share)
      continue
    }
    const lessMinor = Math.max(0, share.grossMinor - sums.grossMinor)
    after.push(await missionStore.changeShare(share, { ...sums, takenOffMinor: share.takenOffMinor + lessMinor }, tx))
    if (lessMinor > 0) takenOff.push({ shareId: share._id, grossMinor: lessMinor })
  }
  return { after, takenOff }
}

/** Who agreed to the amendment, with its password, has accepted what it makes. */
const acceptancesOf = ({ missionId, groupId, version, hash }: ContractRecord, { answers }: AmendmentRecord): ContractAcceptanceRecord[] =>
  answers
    .filter(({ approves }) => approves)
    .map(({ organisationId, role, userId, name, at }) => ({
      _id: `${missionId}:${version}:${organisationId}`,
      missionId,
      groupId,
      version,
      hash,
      organisationId,
      role,
      userId,
      name,
      at,
    }))
