import type { Migration } from '../../platform/mongo/migrate.ts'

type Old = { _id: string; castAt: Date; changedAt: Date[]; userId: string }

/** Ballots of before proxies, objections and second rounds: they had one round, and none of these. */
const completeBallots: Migration = {
  name: '2026-11-complete-ballots',
  run: async (db) => {
    const ballots = db.collection<{ _id: string; electors: { firmId: string }[]; bids: object[]; outcome: { bids: object[] } | null }>(
      'ballots',
    )
    const votes = db.collection<Old & { ballotId: string; firmId: string }>('votes')
    for (const ballot of await ballots.find({ round: { $exists: false } }).toArray()) {
      const own = await votes.find({ ballotId: ballot._id }).toArray()
      const votedFirmIds = own.map(({ firmId }) => firmId)
      const { outcome } = ballot
      const set = {
        round: 1,
        votedFirmIds,
        proxies: [],
        objections: [],
        firstRound: null,
        electors: ballot.electors.map((elector) => ({ ...elector, left: null })),
        bids: ballot.bids.map((bid) => ({ ...bid, isOut: false })),
        outcome: outcome && {
          ...outcome,
          votedFirmIds,
          duels: [],
          bids: outcome.bids.map((bid) => ({ ...bid, isTied: false, isObjected: false })),
        },
        'rules.isAnonymous': false,
        'rules.proxiesPerHolder': 2,
        'rules.secondRoundDays': 0,
      }
      for (const { _id, castAt, changedAt, userId } of own) {
        const instants = changedAt.length > 0 ? changedAt : [castAt]
        const acts = instants.map((at) => ({ at, hand: 'owner', userId }))
        await votes.updateOne({ _id }, { $set: { round: 1, acts }, $unset: { castAt: '', changedAt: '', userId: '' } })
      }
      await ballots.updateOne({ _id: ballot._id }, { $set: set, $unset: { voteCount: '' } })
    }
  },
}

/** The two promises were narrower: one vote a firm in all, one ballot open or tied. */
const dropFormerIndexes: Migration = {
  name: '2026-11-drop-former-ballot-indexes',
  run: async (db) => {
    const former = [
      ['votes', 'one_vote_per_firm'],
      ['ballots', 'one_live_ballot'],
    ] as const
    for (const [collection, name] of former) {
      const present = await db.collection(collection).indexes()
      if (present.some((index) => index.name === name)) await db.collection(collection).dropIndex(name)
    }
  },
}

export const ballotMigrations = [completeBallots, dropFormerIndexes]
