import { weightIn } from '@mutuo/shared/bids/pricing.ts'
import type { AmendmentChange } from '@mutuo/shared/missions/amendment.schema.ts'
import { isInForce } from '@mutuo/shared/missions/mission.rules.ts'
import {
  electorateOf,
  firmsToAgreeThemselves,
  revise,
  type AmendableMilestone,
  type Electorate,
  type Revision,
} from '@mutuo/shared/missions/amendment.rules.ts'
import { limitMinorOf } from '@mutuo/shared/pledges/candidate.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { needs } from '../needs/index.ts'
import { pledges } from '../pledges/index.ts'
import type { MilestoneRecord } from './milestone.model.ts'
import type { MissionRecord } from './mission.model.ts'
import type { ShareRecord } from './share.model.ts'

type Standing = { mission: MissionRecord; milestones: readonly MilestoneRecord[]; shares: readonly ShareRecord[] }

export const amendable = ({ _id, ...milestone }: MilestoneRecord): AmendableMilestone => ({ ...milestone, id: _id })

const parisDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' })

export type Proposal = Revision & Electorate & { isBeyondPledge: (firmId: string) => boolean }

/** What the changes would make of the mission as it stands, by the keys and the pledges of its award, and whose word that needs. @throws as `revise` */
export const reviseMission = async (
  { mission, milestones, shares }: Standing,
  changes: readonly AmendmentChange[],
  now: Date,
  tx: Transaction,
): Promise<Proposal> => {
  const need = await needs.get(mission.needId, tx)
  const keys = new Map(need.content.lots.flatMap((lot) => (lot.kind === 'common' ? [[lot.id, lot.shareKey] as const] : [])))
  const candidates = new Map((await pledges.candidatesOf(mission.needId, tx)).map((candidate) => [candidate.firmId, candidate]))
  const pledgedBy = new Map([...(await pledges.idsOf(mission.needId, tx))].map(([firmId, pledgeId]) => [pledgeId, firmId]))
  // A firm that took a share over weighs what the share weighed at the award.
  const pledged = new Map(shares.filter(isInForce).map((share) => [share.firmId, candidates.get(pledgedBy.get(share.pledgeId) ?? '')]))
  const rates = new Map(shares.map((share) => [share.firmId, share.vatRateBp]))
  const asked = { milestones: milestones.map(amendable), changes, firmIds: mission.firmIds }
  const revision = revise({
    ...asked,
    weightOf: (lotId, firmId) => {
      const firm = pledged.get(firmId)
      return firm ? weightIn({ lotId, part: 1, key: keys.get(lotId) ?? 'equal' }, firm) : 1
    },
    vatRateBpOf: (firmId) => rates.get(firmId) ?? 0,
    seed: mission.needId,
    today: parisDay.format(now),
  })
  const electorate = electorateOf(asked)
  const present = new Map(shares.filter(isInForce).map((share) => [share.firmId, share.netMinor]))
  // A firm that took a share over has agreed to its price, and to nothing above it.
  const limitOf = (firmId: string) => {
    const own = candidates.get(firmId)
    return own ? limitMinorOf(own) : (present.get(firmId) ?? 0)
  }
  const own = firmsToAgreeThemselves(revision, electorate, limitOf)
  return {
    ...revision,
    ...electorate,
    ownFirmIds: [...new Set([...electorate.ownFirmIds, ...own])],
    isBeyondPledge: (firmId) => revision.shares.get(firmId)! > limitOf(firmId),
  }
}
