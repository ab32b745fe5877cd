import { isOutdated, type RevisedMilestone } from '@mutuo/shared/missions/amendment.rules.ts'
import { sumOfParts } from '@mutuo/shared/missions/hand-over.rules.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
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

/**
 * What was agreed becomes true in one commit: milestones, parts and shares, the next version of the contract, accepted by those who agreed, and what
 * each share costs less, which billing gives back. @throws AMENDMENT_OUTDATED, STALE_STATE, and those of `revise`
 */
export const applyAmendment = async (mission: MissionRecord, amendment: AmendmentRecord, now: Date, tx: Transaction): Promise<void> => {
  const [shares, milestones] = [await missionStore.shares([mission._id], tx), await missionStore.milestones([mission._id], tx)]
  if (isOutdated(amendment.changes, milestones.map(amendable))) throw new DomainError('AMENDMENT_OUTDATED')
  const revision = await reviseMission({ mission, milestones, shares }, amendment.changes, amendment.proposedAt, tx)
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
    const lessMinor = share.grossMinor - sums.grossMinor
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
