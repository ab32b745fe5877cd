import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { createOrganisation as createEndpoint } from '@mutuo/shared/organisations/organisation.endpoints.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { duplicateKeyOf } from '../../platform/mongo/duplicate-key.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { accounts } from '../accounts/index.ts'
import { organisationCreated } from './organisation.events.ts'
import { newOrganisation } from './organisation.rules.ts'
import { organisationStore } from './organisation.store.ts'

type Create = Call<typeof createEndpoint>

/**
 * The person founds an organisation here, owns it and acts for it from now on.
 * @throws SIRET_INVALID, SIRET_ALREADY_USED, COMMUNE_UNKNOWN, ACTIVITY_UNKNOWN, ALREADY_EXISTS
 */
export const createOrganisation = async (call: Create) => {
  await insertOnce(call)
  await call.session.actFor(call.input.id)
  return accounts.presentSession(call.session)
}

const insertOnce = async ({ viewer, input, now, ip }: Create): Promise<void> => {
  const colours = await organisationStore.coloursIn(input.address.communeCode, input.kind)
  const organisation = newOrganisation(input, { userId: viewer.userId, role: 'owner', since: now }, colours)
  try {
    await transaction(async (tx) => {
      await organisationStore.insert(organisation, tx)
      await audit(
        {
          actor: { userId: viewer.userId },
          action: 'organisation.create',
          object: `organisation:${input.id}`,
          after: { kind: input.kind },
          ip,
        },
        tx,
      )
      tx.emit(organisationCreated(organisation))
    })
  } catch (error) {
    const duplicate = duplicateKeyOf(error)
    if (!duplicate) throw error
    const before = await organisationStore.find(input.id)
    if (!before) throw new DomainError('SIRET_ALREADY_USED')
    if (!before.people.some(({ userId }) => userId === viewer.userId)) throw new DomainError('ALREADY_EXISTS')
  }
}
