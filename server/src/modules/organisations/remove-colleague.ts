import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { removeColleague as removeEndpoint } from '@mutuo/shared/organisations/organisation.endpoints.ts'
import { allow } from '../../platform/access/decision.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { disconnectUser } from '../../platform/realtime/end-access.ts'
import { colleagueRemoved } from './organisation.events.ts'
import { mayRemoveColleague } from './organisation.policy.ts'
import { organisationStore } from './organisation.store.ts'

/** Somebody no longer acts for the organisation; their open pages hear nothing more of it. @throws NOT_FOUND, OWNER_ONLY, LAST_OWNER */
export const removeColleague = ({ viewer, input: { organisationId, userId }, ip }: Call<typeof removeEndpoint>) =>
  transaction(async (tx) => {
    const organisation = await organisationStore.find(organisationId, tx)
    if (!organisation) throw new DomainError('NOT_FOUND')
    allow(mayRemoveColleague(viewer, organisationId, userId))
    if (!organisation.people.some((person) => person.userId === userId)) throw new DomainError('NOT_FOUND')
    const people = organisation.people.filter((person) => person.userId !== userId)
    if (!people.some(({ role }) => role === 'owner')) throw new DomainError('LAST_OWNER')
    await organisationStore.change(organisation, { people }, tx)
    await audit(
      {
        actor: { userId: viewer.userId },
        action: 'organisation.remove_colleague',
        object: `organisation:${organisationId}`,
        before: { userId },
        ip,
      },
      tx,
    )
    tx.emit(colleagueRemoved(organisationId, userId))
    // Every topic of the organisation goes with it; the page comes back by itself with the rights that are left.
    tx.after(() => disconnectUser(userId))
    return { done: true as const }
  })
