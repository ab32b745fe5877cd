import type { actFor as actForEndpoint } from '@mutuo/shared/accounts/account.endpoints.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { organisationsOf } from './organisations-port.ts'
import { presentSession } from './session.view.ts'

/** Chooses for which of the person's organisations this session acts. @throws NOT_YOUR_ORGANISATION */
export const actFor = async ({ viewer, input, session }: Call<typeof actForEndpoint>) => {
  const organisations = await organisationsOf(viewer.userId)
  if (!organisations.some(({ id }) => id === input.organisationId)) throw new DomainError('NOT_YOUR_ORGANISATION')
  await session.actFor(input.organisationId)
  return presentSession(session)
}
