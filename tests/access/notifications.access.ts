import type { AccessFile } from '../support/access/access-row.ts'

const signedIn = { visitor: 401, rest: 'allowed' } as const

/** Everybody reads and settles their own, and there is no way to name another's. */
export const access: AccessFile = {
  rows: {
    'GET /notifications': { who: signedIn },
    'POST /notifications/read': { who: signedIn },
    'GET /notifications/preferences': { who: signedIn },
    'PATCH /notifications/preferences': {
      who: signedIn,
      input: async ({ people }, who) => (await people[who].get('/notifications/preferences')).body ?? {},
    },
  },
}
