import type { AccessFile } from '../support/access/access-row.ts'

const admin = { visitor: 401, admin: 'allowed', rest: 403 } as const

export const access: AccessFile = {
  rows: {
    'GET /association-desk': { who: { visitor: 401, association: 'allowed', otherAssociation: 'allowed', rest: 403 } },
    'GET /admin/users': { who: admin },
    // Gives back what was not taken, so that nobody of the table is suspended.
    'POST /admin/users/:userId/suspension': { who: admin, input: () => ({ isSuspended: false, reason: 'Pour essayer' }) },
    'GET /admin/audit': { who: admin },
    'GET /admin/books': { who: admin },
  },
}
