import type { getAssociationDesk } from '@mutuo/shared/administration/administration.endpoints.ts'
import type { AssociationDesk } from '@mutuo/shared/administration/desk.schema.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { placesOf } from '@mutuo/shared/ledger/balance.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { ballots } from '../ballots/index.ts'
import { billing } from '../billing/index.ts'
import { groups } from '../groups/index.ts'
import { missions } from '../missions/index.ts'
import { needs } from '../needs/index.ts'
import { organisations } from '../organisations/index.ts'
import { deadlinesOf } from './desk-deadlines.ts'
import { figuresOf } from './desk-figures.ts'
import { groupRowsOf, moneyOf } from './desk-groups.ts'
import { tasksOf } from './desk-tasks.ts'

/** What a desk is made of, read once. */
export type DeskFacts = Awaited<ReturnType<typeof readFacts>>

const mostMissions = 200

/** What waits this morning, the groups, their money and the numbers with how they are computed. Firms' own parts are in none of it. @throws ASSOCIATION_ONLY */
export const presentAssociationDesk = async ({ viewer, now }: Call<typeof getAssociationDesk>): Promise<AssociationDesk> => {
  if (viewer.organisationKind !== 'association') throw new DomainError('ASSOCIATION_ONLY')
  const facts = await readFacts(viewer, now)
  const association = facts.marks.get(facts.associationId)
  if (!association) throw new Error(`no mark for association ${facts.associationId}`)
  const tasks = tasksOf(facts)
  return {
    association,
    tasks,
    deadlines: deadlinesOf(facts),
    figures: figuresOf(facts),
    groups: groupRowsOf(facts, tasks),
    money: moneyOf(facts, facts.missions),
    pendingMemberships: facts.pending,
  }
}

const readFacts = async (viewer: Viewer, now: Date) => {
  const associationId = organisationOf(viewer)
  const [own, ownNeeds, ownMissions] = await Promise.all([
    groups.ofAssociation(associationId),
    needs.ofAssociation(associationId),
    missions.ofAssociation(associationId, mostMissions),
  ])
  const missionIds = ownMissions.map((mission) => mission._id)
  const groupIds = own.map((group) => group._id)
  const [milestones, shares, money, tied, memberships, pending, marks] = await Promise.all([
    missions.milestonesOf(missionIds),
    missions.sharesOf(missionIds),
    billing.placesOf(missionIds),
    ballots.tiedOfGroups(groupIds),
    groups.activeMembershipsOf(groupIds),
    groups.pendingMembers(viewer, groupIds),
    organisations.marksOf([associationId]),
  ])
  const entries = [...money.values()].flatMap((one) => one.entries)
  return {
    associationId,
    now,
    groups: own,
    needs: ownNeeds,
    missions: ownMissions,
    milestones,
    shares,
    money,
    entries,
    places: placesOf(entries),
    tied,
    memberships,
    marks,
    pending,
  }
}
