import type { AccessFile, World } from '../support/access/access-row.ts'
import { aDraftPledge, aPledgeInput } from '../support/builders/need.ts'

/** Who knows the need and is not a firm's owner is refused; who does not know it finds nothing. */
const owners = {
  visitor: 401,
  smeOwner: 'allowed',
  stranger: 403,
  smeMember: 403,
  freelancer: 403,
  association: 403,
  admin: 403,
  rest: 404,
} as const
/** A pledge is its firm's own: to everybody else it does not exist, the platform included. */
const itsOwner = { visitor: 401, smeOwner: 'allowed', smeMember: 403, rest: 404 } as const

const onOpenNeed = async (world: World) => void (world.ids.needId = world.ids.openNeedId!)

const promise = (capMinor = 90_000) => {
  const { id: _, ...said } = aPledgeInput({ capMinor })
  return said
}

export const access: AccessFile = {
  prepare: async (world) => {
    const pledge = await aDraftPledge(world.people.smeOwner, world.ids.openNeedId!)
    world.ids.pledgeId = pledge.id
  },
  rows: {
    'POST /needs/:needId/pledges': { who: owners, before: onOpenNeed, input: () => aPledgeInput() },
    'POST /needs/:needId/pledge-preview': { who: owners, before: onOpenNeed, input: () => promise() },
    'GET /needs/:needId/share-keys': {
      before: onOpenNeed,
      who: {
        visitor: 401,
        smeOwner: 'allowed',
        smeMember: 'allowed',
        association: 'allowed',
        admin: 'allowed',
        freelancer: 403,
        rest: 404,
      },
    },
    'GET /pledges/:pledgeId': { who: { visitor: 401, smeOwner: 'allowed', smeMember: 'allowed', rest: 404 } },
    'PATCH /pledges/:pledgeId': { who: itsOwner, input: () => ({ version: 1, ...promise(95_000) }) },
    'POST /pledges/:pledgeId/confirmation': { who: itsOwner, input: () => ({ version: 2, consents: true }) },
    'POST /pledges/:pledgeId/withdrawal': { who: itsOwner, input: () => ({ version: 2 }) },
  },
}
