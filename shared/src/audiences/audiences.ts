/** Rivals can share a freelancer without seeing each other's figures: the four audiences (domain.md, rule 12), by who is in them. */
export const audiences = {
  firms: ['firm'],
  firms_and_freelancer: ['firm', 'freelancer'],
  firm_and_freelancer: ['own', 'freelancer'],
  with_association: ['firm', 'association'],
} as const satisfies Record<string, readonly Reader[]>

export type Audience = keyof typeof audiences

/**
 * What somebody is to a thing. `own`: the one whose it is. `firm`: another firm of the same mission, need or vote. `freelancer`: whose work it is, or who
 * may bid. `association`: of the group. `admin`: of the platform, whose looks are logged. `outsider`: anybody else.
 */
export const readers = ['own', 'firm', 'freelancer', 'association', 'admin', 'outsider'] as const
export type Reader = (typeof readers)[number]

/**
 * On what a look depends. `charter`: the group's charter opens amounts to the association. `all`: every firm has taken the step, so that nothing is told by
 * what is missing. `unsealed`: the bids are open. `decided`: the vote is over. `three`: three firms or more are in the figure.
 */
export type Opening = 'charter' | 'all' | 'unsealed' | 'decided' | 'three'

/** Always, never, or once one of the openings is there. */
export type Cell = 'yes' | 'no' | readonly Opening[]

const row = (own: Cell, firm: Cell, freelancer: Cell, association: Cell, admin: Cell, outsider: Cell = 'no') =>
  ({ own, firm, freelancer, association, admin, outsider }) satisfies Record<Reader, Cell>

/**
 * Who reads what: the one place that says it. Views, rooms, search, notices and exports ask here; letters and files are made from what their reader may
 * see on screen.
 */
export const readingTable = {
  // Amounts, HT or gross: own, firm, freelancer, association, admin, outsider.
  /** A firm's cap, cover and conditions. */
  'pledge.terms': row('yes', 'no', 'no', 'no', 'no'),
  /** A firm's share, its parts of milestones, whether it has paid, and its entries in the books. */
  'share.part': row('yes', 'no', 'no', ['charter'], 'yes'),
  /** How a firm pays its share: its attempts, and what its bank said. */
  'share.payment': row('yes', 'no', 'no', 'no', 'no'),
  /** What a firm's part has brought the freelancer. */
  'share.transfer': row('yes', 'no', 'yes', ['charter'], 'yes'),
  /** How much a firm holds back by contesting. */
  'share.contested': row('yes', 'no', 'yes', ['charter'], 'yes'),
  /** The price of a mission and of its common milestones. */
  'total.price': row('yes', 'yes', 'yes', 'yes', 'yes'),
  /** The price of own lots together. */
  'total.ownLots': row('yes', 'no', 'yes', 'yes', 'yes'),
  /** What all have paid so far. */
  'total.paid': row(['all'], ['all'], 'yes', 'yes', 'yes'),
  /** What of a milestone has reached the freelancer so far. */
  'total.transferred': row(['all'], ['all'], 'yes', ['charter', 'all'], 'yes'),

  // Work.
  /** That there is a mission, with whom, and how far it is. */
  'mission.existence': row('yes', 'yes', 'yes', 'yes', 'yes'),
  /** A firm's own lot: that there is one, and what is delivered for it. */
  'lot.own': row('yes', 'no', 'yes', 'yes', 'yes'),
  /** Why a firm contests; that it does is known to all. */
  'contest.reason': row('yes', 'no', 'yes', 'yes', 'yes'),

  // Who drops out, and who comes in.
  /** What a firm would pay for a share that is proposed to it; `own` is that firm. */
  'offer.terms': row('yes', 'no', 'no', 'no', 'no'),
  /** Which firm does not or will not pay its share, the step, and who is asked; never amounts. */
  'share.dropOut': row('yes', 'no', 'no', 'yes', 'yes'),
  /** Which firms wait for a share, in order; how many is known to all who see the need. */
  'waiting.order': row('no', 'no', 'no', 'yes', 'yes'),

  // Needs, bids and votes.
  /** Which firms hesitate and under which conditions, who did what, the vote: what a group knows of itself. */
  'need.inside': row('yes', 'yes', 'no', 'yes', 'yes'),
  'bid.existence': row('yes', 'yes', 'no', 'yes', 'yes'),
  'bid.content': row('yes', ['unsealed'], 'no', ['unsealed'], ['unsealed']),
  /** What a firm has voted; how many took part is known to all who vote. */
  'vote.paper': row('yes', 'no', 'no', ['decided'], 'no'),

  // What is said afterwards.
  /** The marks that one firm gave; figures of three firms or more are everybody's. */
  'review.marks': row('yes', 'no', 'no', 'no', 'no'),
  /** The words of a review that is out and not signed. */
  'review.unsigned': row('yes', ['three'], ['three'], ['three'], ['three'], ['three']),
  /** How a group was as a client. Not for its firms: with few of them, who was late is one of them. */
  'group.record': row('no', 'no', 'yes', 'yes', 'yes'),
} as const satisfies Record<string, Record<Reader, Cell>>

export type Thing = keyof typeof readingTable

/** Whether one who is all of `who` may read the thing, as things stand. */
export const mayRead = (thing: Thing, who: readonly Reader[], open: Partial<Record<Opening, boolean>> = {}): boolean =>
  who.some((reader) => {
    const cell: Cell = readingTable[thing][reader]
    return typeof cell === 'string' ? cell === 'yes' : cell.some((opening) => open[opening] ?? false)
  })

export type Parties = { firmIds: readonly string[]; freelancerId?: string | null; associationId?: string }
type Looking = { organisationId: string | null; isAdmin: boolean }

/** All that the viewer is to a thing that belongs to `ownId`, among the parties to it. */
export const readersOf = ({ organisationId, isAdmin }: Looking, parties: Parties, ownId?: string): Reader[] => {
  const found: Reader[] = []
  if (organisationId !== null) {
    if (organisationId === ownId) found.push('own')
    else if (parties.firmIds.includes(organisationId)) found.push('firm')
    if (organisationId === parties.freelancerId) found.push('freelancer')
    if (organisationId === parties.associationId) found.push('association')
  }
  if (isAdmin) found.push('admin')
  return found.length > 0 ? found : ['outsider']
}

/** The organisations of an audience: who reads a room, who is told. `ownId` is the one firm of an audience of one. */
export const membersOf = (audience: Audience, { firmIds, freelancerId, associationId }: Parties, ownId?: string): string[] => {
  const ids: Partial<Record<Reader, readonly (string | null | undefined)[]>> = {
    own: [ownId],
    firm: firmIds,
    freelancer: [freelancerId],
    association: [associationId],
  }
  const found = audiences[audience].flatMap((reader) => ids[reader] ?? [])
  return [...new Set(found.filter((id) => typeof id === 'string'))]
}

/** Who finds a need by searching, by how far it is: its leader, the group's association and members, freelancers with its skills, everybody. */
export const needSeekers = {
  draft: ['leader'],
  review: ['leader', 'association'],
  group: ['leader', 'association', 'members'],
  groupOutToBid: ['leader', 'association', 'members', 'skilled'],
  public: ['leader', 'association', 'members', 'everybody'],
} as const

export type NeedSeeker = (typeof needSeekers)[keyof typeof needSeekers][number]
