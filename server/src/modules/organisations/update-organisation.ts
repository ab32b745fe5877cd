import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { updateOrganisation as updateEndpoint } from '@mutuo/shared/organisations/organisation.endpoints.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { organisationChanged } from './organisation.events.ts'
import { isOwnerOf } from './organisation.policy.ts'
import { changedOrganisation } from './organisation.rules.ts'
import { organisationStore } from './organisation.store.ts'

/** An owner changes what the organisation says of itself. @throws NOT_FOUND, OWNER_ONLY, STALE_STATE, COMMUNE_UNKNOWN, ACTIVITY_UNKNOWN */
export const updateOrganisation = ({ viewer, input: { organisationId, version, ...changes } }: Call<typeof updateEndpoint>) =>
  transaction(async (tx) => {
    const before = await organisationStore.find(organisationId, tx)
    if (!before) throw new DomainError('NOT_FOUND')
    allow(isOwnerOf(viewer, organisationId))
    const after = await organisationStore.change({ _id: organisationId, version }, changedOrganisation(before, changes), tx)
    tx.emit(organisationChanged(after))
    return after
  })
