import type { suspendUser as endpoint } from '@mutuo/shared/administration/administration.endpoints.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { accounts } from '../accounts/index.ts'

/** The platform suspends a person, or takes it back; logged with its reason. @throws NOT_FOUND, NOT_YOURSELF */
export const suspendUser = async ({ viewer, input, ip }: Call<typeof endpoint>) => {
  if (input.userId === viewer.userId) throw new DomainError('NOT_YOURSELF')
  await accounts.suspend({ userId: input.userId, isSuspended: input.isSuspended, reason: input.reason, by: viewer, ip })
  return { done: true as const }
}
