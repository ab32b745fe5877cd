import type { ContractParty, ContractView } from '@mutuo/shared/missions/contract.schema.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { abilityOf } from '../../platform/access/abilities.ts'
import type { Locale, Viewer } from '../../platform/access/viewer.ts'
import { hashOf } from './contract-content.ts'
import type { ContractAcceptanceRecord, ContractContent, ContractRecord } from './contract.model.ts'
import { contractStore } from './contract.store.ts'
import { clausesOf } from './contract.texts.ts'
import { findMission } from './find-mission.ts'
import type { MissionRecord } from './mission.model.ts'
import { mayAcceptContract, mayReadOf } from './mission.policy.ts'

type Asked = { viewer: Viewer; input: { missionId: string; version?: number | undefined }; locale: Locale }

/** One version of the contract as its reader's copy; the latest unless one is named. @throws NOT_FOUND */
export const presentContract = async ({ viewer, input, locale }: Asked): Promise<ContractView> => {
  const mission = await findMission(viewer, input.missionId)
  const [latest, named, acceptances] = await Promise.all([
    contractStore.latest(mission._id),
    input.version === undefined ? null : contractStore.version(mission._id, input.version),
    contractStore.acceptancesOf(mission._id),
  ])
  const contract = input.version === undefined ? latest : named
  if (!contract || !latest) throw new DomainError('NOT_FOUND')
  const copy = copyOf(contract, mission, { viewer, locale })
  const given = acceptances.filter(({ version }) => version === contract.version)
  return {
    ...copy,
    copyHash: hashOf(copy),
    latestVersion: latest.version,
    ...answersTo(contract.content, given),
    abilities:
      contract.version === latest.version && !given.some(({ organisationId }) => organisationId === viewer.organisationId)
        ? abilitiesOn(mission, viewer)
        : [],
  }
}

type Copy = Omit<ContractView, 'copyHash' | 'latestVersion' | 'acceptances' | 'awaited' | 'abilities'>
type Reader = { viewer: Viewer; locale: Locale }

/** Of the amounts, those that this reader may know; another firm's own lot does not exist for a rival (decision 006). */
const copyOf = ({ content, version, hash }: ContractRecord, mission: MissionRecord, { viewer, locale }: Reader): Copy => {
  const partyOf = (role: ContractParty['role']) => content.parties.find((party) => party.role === role)!
  return {
    missionId: content.missionId,
    version,
    drawnUpAt: content.drawnUpAt,
    hash,
    title: content.title,
    group: content.group.name,
    charterVersion: content.group.charterVersion,
    ...(content.amendmentTurn !== null && { amendmentTurn: content.amendmentTurn }),
    freelancer: partyOf('freelancer'),
    association: partyOf('association'),
    firms: content.parties.filter((party) => party.role === 'firm'),
    startsOn: content.startsOn,
    endsOn: content.endsOn,
    totalMinor: content.totalMinor,
    lots: content.lots,
    milestones: content.milestones.flatMap((milestone) => milestoneFor(milestone, mission, viewer)),
    shares: sharesFor(content, mission, viewer),
    clauses: clausesOf(content, locale),
  }
}

const milestoneFor = (
  { cells, netMinor, lotId: _, ...milestone }: ContractContent['milestones'][number],
  mission: MissionRecord,
  viewer: Viewer,
): Copy['milestones'] => {
  const isCommon = milestone.lotKind === 'common'
  const mine = cells.find((cell) => cell.firmId === viewer.organisationId)
  if (!isCommon && !cells.some(({ firmId }) => mayReadOf(viewer, mission, 'lot.own', { ownId: firmId }))) return []
  return [
    {
      ...milestone,
      ...(mayReadOf(viewer, mission, isCommon ? 'total.price' : 'total.ownLots') && { amountMinor: netMinor }),
      ...(mine && { myAmountMinor: mine.netMinor }),
      ...(mayReadOf(viewer, mission, 'share.part') && {
        parts: cells.map((cell) => ({ firmId: cell.firmId, amountMinor: cell.netMinor })),
      }),
    },
  ]
}

const sharesFor = ({ shares, parties }: ContractContent, mission: MissionRecord, viewer: Viewer): Copy['shares'] => {
  const names = new Map(parties.map(({ id, name }) => [id, name]))
  return shares.map(({ firmId, netMinor, vatMinor, grossMinor, capMinor, coverMinor }) => {
    const isMe = firmId === viewer.organisationId
    return {
      firmId,
      name: names.get(firmId) ?? '',
      isMe,
      ...(mayReadOf(viewer, mission, 'share.part', { ownId: firmId }) && { netMinor, vatMinor, grossMinor }),
      ...(mayReadOf(viewer, mission, 'pledge.terms', { ownId: firmId }) && { capMinor, coverMinor }),
    }
  })
}

const answersTo = (content: ContractContent, given: ContractAcceptanceRecord[]): Pick<ContractView, 'acceptances' | 'awaited'> => {
  const nameOf = (organisationId: string) => content.parties.find((party) => party.id === organisationId)?.name ?? ''
  return {
    acceptances: given.map(({ organisationId, role, name, at, hash }) => ({
      organisationId,
      role,
      organisation: nameOf(organisationId),
      person: name,
      at: at.toISOString(),
      hash,
    })),
    awaited: content.parties
      .filter(({ id }) => !given.some(({ organisationId }) => organisationId === id))
      .map(({ id, role, name }) => ({ organisationId: id, role, organisation: name })),
  }
}

const abilitiesOn = (mission: MissionRecord, viewer: Viewer): ContractView['abilities'] => {
  const decision = mayAcceptContract(viewer, mission)
  return decision.allowed || decision.reason === 'OWNER_ONLY' ? [abilityOf('accept', decision)] : []
}
