import type { listUsers as endpoint } from '@mutuo/shared/administration/administration.endpoints.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { accounts } from '../accounts/index.ts'
import { organisations } from '../organisations/index.ts'

/** People by name, each with the organisations they act for. */
export const listUsers = async ({ input }: Call<typeof endpoint>) => {
  const page = await accounts.page(input)
  const items = await Promise.all(
    page.items.map(async (user) => ({
      id: user._id,
      name: user.name,
      email: user.email,
      isSuspended: user.isSuspended,
      organisations: (await organisations.ofUser(user._id)).map((organisation) => organisation.name),
      createdAt: user.createdAt.toISOString(),
    })),
  )
  return { items, ...(page.nextCursor && { nextCursor: page.nextCursor }) }
}
