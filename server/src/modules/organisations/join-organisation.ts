import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { joinOrganisation as joinEndpoint } from '@mutuo/shared/organisations/organisation.endpoints.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { accounts } from '../accounts/index.ts'
import { hashSecret } from './invite-colleague.ts'
import { organisationChanged } from './organisation.events.ts'
import { organisationStore } from './organisation.store.ts'

/** Whom the letter was written to joins the organisation, and acts for it from now on. @throws TOKEN_INVALID */
export const joinOrganisation = async ({ viewer, input, now, ip, session }: Call<typeof joinEndpoint>) => {
  const organisationId = await transaction(async (tx) => {
    const invitation = await organisationStore.takeInvitation(hashSecret(input.token), viewer.email.toLowerCase(), now, tx)
    const organisation = invitation && (await organisationStore.find(invitation.organisationId, tx))
    if (!organisation) throw new DomainError('TOKEN_INVALID')
    if (organisation.people.some(({ userId }) => userId === viewer.userId)) return organisation._id
    const people = [...organisation.people, { userId: viewer.userId, role: invitation.role, since: now }]
    const after = await organisationStore.change(organisation, { people }, tx)
    await audit(
      {
        actor: { userId: viewer.userId },
        action: 'organisation.join',
        object: `organisation:${after._id}`,
        after: { role: invitation.role },
        ip,
      },
      tx,
    )
    tx.emit(organisationChanged(after))
    return after._id
  })
  await session.actFor(organisationId)
  return accounts.presentSession(session)
}
