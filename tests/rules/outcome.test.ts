import { outcomeReasonOf } from '@mutuo/shared/ballots/outcome.rules.ts'

const bid = { isChosen: false, isTied: false, isObjected: false, passesHeads: true, passesEuros: true }
const tied = { ...bid, isTied: true }
const chosen = { verdict: 'chosen', byCastingVote: false } as const
const cast = { verdict: 'chosen', byCastingVote: true } as const
const tie = { verdict: 'tie', byCastingVote: false } as const

describe('why a bid was chosen or not', () => {
  it.each([
    ['the best by its votes', { ...bid, isChosen: true }, chosen, 'chosen'],
    ['the best by the casting vote', { ...tied, isChosen: true }, cast, 'casting'],
    ['one that stood even, before the casting vote', tied, tie, 'tied'],
    ['one that stood even, and the casting vote went to the other', tied, cast, 'tied'],
    ['one that passed, with less than those that stood even', bid, cast, 'outranked'],
    ['one that passed, with less than those that stand even', bid, tie, 'outranked'],
    ['one that passed, with less than the best', bid, chosen, 'outranked'],
    ['one that firms accept, and not their euros', { ...bid, passesEuros: false }, chosen, 'headsOnly'],
    ['one that euros accept, and not the firms', { ...bid, passesHeads: false }, chosen, 'eurosOnly'],
    ['one that neither accepts', { ...bid, passesHeads: false, passesEuros: false }, chosen, 'neither'],
    ['one that an objection stops', { ...bid, isObjected: true }, chosen, 'objected'],
    ['any, where too few voted', bid, { verdict: 'no_quorum', byCastingVote: false } as const, 'noQuorum'],
  ])('%s', (_, of, outcome, reason) => {
    expect(outcomeReasonOf(of, outcome)).toBe(reason)
  })
})
