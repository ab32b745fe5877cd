import type { AccessFile } from '../support/access/access-row.ts'
import { putToVote } from '../support/access/put-to-vote.ts'

/** A ballot is known to its voters, to their association and to the platform; to bidders it does not exist. */
const known = { visitor: 401, smeMember: 403, smeOwner: 403, association: 403, admin: 403, rest: 404 } as const

export const access: AccessFile = {
  prepare: async (world) => {
    const { ballot, bid } = await putToVote(world)
    Object.assign(world.ids, { ballotId: ballot.id, votedBidId: bid.id })
  },
  rows: {
    'GET /ballots/:ballotId': {
      who: { visitor: 401, smeMember: 'allowed', smeOwner: 'allowed', association: 'allowed', admin: 'allowed', rest: 404 },
    },
    'POST /ballots/:ballotId/reminders': { who: { ...known, smeMember: 'allowed', smeOwner: 'allowed', association: 'allowed' } },
    'POST /ballots/:ballotId/votes': {
      who: { ...known, smeOwner: 'allowed' },
      input: (world) => ({ abstains: false, choices: [{ bidId: world.ids.votedBidId, value: 5 }] }),
    },
    'POST /ballots/:ballotId/casting-vote': {
      who: { ...known, association: 'allowed' },
      input: (world) => ({ bidId: world.ids.votedBidId, reason: 'La plus complète' }),
    },
    'POST /ballots/:ballotId/closing': { who: { ...known, smeOwner: 'allowed', association: 'allowed' } },
  },
}
