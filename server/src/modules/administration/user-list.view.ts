import type { listUsers as endpoint } from '@mutuo/shared/administration/administration.endpoints.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { accounts } from '../accounts/index.ts'
import { organisations } from '../organisations/index.ts'

/** People by name, each with the organisations they act for; two queries whatever their number. */
export const listUsers = async ({ input }: Call<typeof endpoint>) => {
  const page = await accounts.page(input)
  const namesOf = await organisations.namesOfUsers(page.items.map((user) => user._id))
  const items = page.items.map((user) => ({
    id: user._id,
    name: user.name,
    email: user.email,
    isSuspended: user.isSuspended,
    organisations: namesOf.get(user._id) ?? [],
    createdAt: user.createdAt.toISOString(),
  }))
  return { items, ...(page.nextCursor && { nextCursor: page.nextCursor }) }
}
