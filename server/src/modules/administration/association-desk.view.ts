import type { getAssociationDesk } from '@mutuo/shared/administration/administration.endpoints.ts'
import type { AssociationDesk } from '@mutuo/shared/administration/desk.schema.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { deadlinesOf } from './desk-deadlines.ts'
import { readDeskFacts } from './desk-facts.ts'
import { figuresOf } from './desk-figures.ts'
import { groupRowsOf, moneyOf } from './desk-groups.ts'
import { tasksOf } from './desk-tasks.ts'

/** What waits this morning, the groups, their money and the numbers with how they are computed. Firms' own parts are in none of it. @throws ASSOCIATION_ONLY */
export const presentAssociationDesk = async ({ viewer, now }: Call<typeof getAssociationDesk>): Promise<AssociationDesk> => {
  if (viewer.organisationKind !== 'association') throw new DomainError('ASSOCIATION_ONLY')
  const facts = await readDeskFacts(viewer, now)
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
