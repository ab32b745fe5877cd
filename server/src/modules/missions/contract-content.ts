import { createHash } from 'node:crypto'
import { canonicalJson } from '@mutuo/shared/missions/canonical.ts'
import { isInForce } from '@mutuo/shared/missions/mission.rules.ts'
import type { ContractParty, PartyRole } from '@mutuo/shared/missions/contract.schema.ts'
import { waterfallSteps } from '@mutuo/shared/missions/waterfall.process.ts'
import type { Candidate } from '@mutuo/shared/pledges/coalition.ts'
import type { GroupRecord } from '../groups/index.ts'
import type { NeedRecord } from '../needs/index.ts'
import type { OrganisationRecord } from '../organisations/index.ts'
import type { ContractContent } from './contract.model.ts'
import type { MilestoneRecord } from './milestone.model.ts'
import type { MissionRecord } from './mission.model.ts'
import type { ShareRecord } from './share.model.ts'

/** Who reads what (domain.md, rule 12). */
export const audiences = ['firms', 'firms_and_freelancer', 'firm_and_freelancer', 'with_association'] as const
/** A change of a clause is a new version here, so that what was accepted stays readable in its own words. */
const textVersion = '2026-11'
const mandateVersion = '2026-11'

export type Agreed = {
  mission: MissionRecord
  shares: readonly ShareRecord[]
  milestones: readonly MilestoneRecord[]
  version: number
  amendmentTurn: number | null
  now: Date
}
export type KnownOf = {
  need: NeedRecord
  group: GroupRecord
  organisations: ReadonlyMap<string, OrganisationRecord>
  candidates: readonly Candidate[]
}

/** What stands between the parties, from the records as they are. */
export const contractContentOf = (agreed: Agreed, known: KnownOf): ContractContent => {
  const { mission, shares, milestones, version, amendmentTurn, now } = agreed
  const pledged = new Map(known.candidates.map((candidate) => [candidate.firmId, candidate]))
  const party = (organisationId: string, role: PartyRole) => partyOf(known.organisations.get(organisationId), organisationId, role)
  return {
    missionId: mission._id,
    version,
    drawnUpAt: now.toISOString(),
    amendmentTurn,
    title: mission.title,
    group: { id: mission.groupId, name: known.group.name, charterVersion: known.group.charterVersion },
    needId: mission.needId,
    bidId: mission.bidId,
    ballotId: mission.ballotId,
    parties: [
      party(mission.freelancerId, 'freelancer'),
      party(mission.associationId, 'association'),
      ...mission.firmIds.map((firmId) => party(firmId, 'firm')),
    ],
    lots: known.need.content.lots.map(({ id, kind, title, description }) => ({ id, kind, title, description })),
    // What an amendment took out has no part left.
    milestones: milestones.filter(({ cells }) => cells.length > 0).map(milestoneOf),
    // A share that went whole to another firm has nothing left.
    shares: shares
      .filter(isInForce)
      .map(({ firmId, netMinor, vatMinor, grossMinor, commonNetMinor, ownNetMinor, vatRateBp, vatMention }) => ({
        firmId,
        netMinor,
        vatMinor,
        grossMinor,
        commonNetMinor,
        ownNetMinor,
        vatRateBp,
        vatMention,
        capMinor: pledged.get(firmId)?.capMinor ?? netMinor,
        coverMinor: pledged.get(firmId)?.coverMinor ?? 0,
      })),
    totalMinor: mission.totalMinor,
    startsOn: mission.startsOn,
    endsOn: mission.endsOn,
    rules: mission.rules,
    waterfall: waterfallSteps,
    audiences,
    textVersion,
    mandateVersion,
  }
}

/** SHA-256 of the canonical JSON, in hexadecimal. */
export const hashOf = (content: object): string => createHash('sha256').update(canonicalJson(content), 'utf8').digest('hex')

const milestoneOf = (milestone: MilestoneRecord): ContractContent['milestones'][number] => ({
  id: milestone._id,
  position: milestone.position,
  title: milestone.title,
  description: milestone.description,
  lotId: milestone.lotId,
  lotKind: milestone.lotKind,
  lotTitle: milestone.lotTitle,
  dueOn: milestone.dueOn,
  netMinor: milestone.netMinor,
  cells: milestone.cells.map(({ firmId, netMinor, vatMinor, grossMinor }) => ({ firmId, netMinor, vatMinor, grossMinor })),
})

const partyOf = (organisation: OrganisationRecord | undefined, id: string, role: PartyRole): ContractParty => {
  if (!organisation) throw new Error(`organisation ${id} is gone`)
  const { name, siret, vatNumber, address } = organisation
  return {
    id,
    role,
    name,
    ...(siret !== null && { siret }),
    ...(vatNumber !== null && { vatNumber }),
    address: `${address.street}, ${address.postcode} ${address.commune}`,
  }
}
