import type { listDevices as listEndpoint } from '@mutuo/shared/accounts/account.endpoints.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { sessions } from '../../platform/http/sessions.ts'

const LONGEST_NAME = 300

/** Where the person is signed in. */
export const listDevices = async ({ viewer }: Call<typeof listEndpoint>) => ({
  items: (await sessions.listOf(viewer.userId)).map(({ id, userAgent, lastSeenAt }) => ({
    id,
    userAgent: userAgent.slice(0, LONGEST_NAME),
    lastSeenAt: lastSeenAt.toISOString(),
    isCurrent: id === viewer.sessionId,
  })),
})
