import { testApp } from '../../support/app.ts'
import { anOpenVote, aVotingGroup, castBy, closeVote, giveProxy, type Vote } from '../../support/builders/ballot.ts'
import { getBallot } from '../../support/builders/mission.ts'
import { getNeed } from '../../support/builders/need.ts'
import { ok } from '../../support/personas.ts'

describe('a vote that nobody wins', () => {
  const app = testApp()
  let vote: Vote
  beforeAll(async () => {
    vote = await anOpenVote(app, await aVotingGroup(app, 3, { secondRoundDays: 3, proxiesPerHolder: 1 }), 'ranked')
  }, 120_000)

  it('is held once more between the best, with the same voters and their proxies, and the duels of the first round', async () => {
    const [leader, second, third] = vote.voters
    ok(await giveProxy(third!, second!, vote))
    const [proxy] = (await getBallot(second!, vote.ballot.id)).proxies
    ok(await castBy(leader!, vote, 1, 0))
    ok(await castBy(second!, vote, 0, 1))
    const paper = { abstains: false, choices: vote.bids.map(({ id }) => ({ bidId: id, value: 0 })) }
    ok(await second!.post(`/ballots/${vote.ballot.id}/proxies/${proxy!.id}/votes`, paper))
    ok(await closeVote(vote))
    await app.drain()
    const again = await getBallot(third!, vote.ballot.id)
    expect(again).toMatchObject({ state: 'open', round: 2, participation: { votedHeads: 0, eligibleHeads: 3 } })
    expect(again.firstRound).toMatchObject({ verdict: 'none', duels: [{ heads: 1, against: 1 }] })
    expect(again.proxies[0]).toMatchObject({ state: 'given', abilities: [{ move: 'revoke', allowed: true }] })
    expect((await getNeed(leader!, vote.need.id)).state).toBe('voting')
    const { items } = ok(await third!.get('/notifications')).body as { items: { kind: string }[] }
    expect(items.map(({ kind }) => kind)).toContain('ballot.second_round')
  })

  it('once only: the need ends where the second round chooses nobody', async () => {
    const [leader, second, third] = vote.voters
    const [proxy] = (await getBallot(third!, vote.ballot.id)).proxies
    ok(await third!.post(`/ballots/${vote.ballot.id}/proxies/${proxy!.id}/revocation`))
    for (const voter of [leader!, second!, third!]) ok(await castBy(voter, vote, 0, 0))
    ok(await closeVote(vote))
    await app.drain()
    const { state, outcome, firstRound, traces } = await getBallot(leader!, vote.ballot.id)
    expect([state, outcome!.verdict]).toEqual(['closed', 'none'])
    expect(firstRound!.seal).not.toBe(outcome!.seal)
    expect(traces.map(({ round }) => round)).toEqual([1, 1, 1, 2, 2, 2])
    expect((await getNeed(leader!, vote.need.id)).state).toBe('expired')
  })
})

describe('an anonymous vote', () => {
  const app = testApp()
  let vote: Vote
  beforeAll(async () => {
    vote = await anOpenVote(app, await aVotingGroup(app, 3, { anonymousBallots: true, resultsHidden: false }), 'consent')
  }, 120_000)

  it('stays so, whatever the charter says later, and shows no running results', async () => {
    const { version, rules } = ok(await vote.association.get(`/groups/${vote.id}`)).body as { version: number; rules: object }
    ok(await vote.association.patch(`/groups/${vote.id}`, { version, rules: { ...rules, anonymousBallots: false } }))
    for (const voter of vote.voters) ok(await castBy(voter, vote, 1, 1))
    const seen = await getBallot(vote.voters[0]!, vote.ballot.id)
    expect(seen.rules).toMatchObject({ isAnonymous: true, resultsHidden: true })
    expect(seen).not.toHaveProperty('standing')
  })

  it('may be changed until the closing; then nothing that is kept leads from a paper to a firm, not for the association either', async () => {
    const objecting = {
      abstains: false,
      reason: 'Trop tard pour ma saison',
      choices: vote.bids.map(({ id }, at) => ({ bidId: id, value: at })),
    }
    ok(await vote.voters[1]!.post(`/ballots/${vote.ballot.id}/votes`, objecting))
    ok(await closeVote(vote))
    await app.drain()
    const [own, association] = await Promise.all([vote.voters[1]!, vote.association].map((who) => getBallot(who, vote.ballot.id)))
    expect(own).not.toHaveProperty('myVote')
    expect([own!.traces, association!.traces]).toEqual([[], []])
    expect(own!.voters.every(({ hasVoted }) => hasVoted)).toBe(true)
    expect(own!.outcome).toMatchObject({
      verdict: 'chosen',
      chosenBidId: vote.bids[1]!.id,
      euros: { voted: { fromPercent: 90, toPercent: 100 } },
    })
    expect(association!.objections).toMatchObject([{ reason: 'Trop tard pour ma saison', isMine: false, state: 'raised' }])
    expect((await castBy(vote.voters[1]!, vote, 1, 1)).body.code).toBe('BALLOT_CLOSED')
    const papers = await app.database.db().collection('votes').find().toArray()
    const [kept] = await app.database.db().collection('ballots').find().toArray()
    expect(papers).toHaveLength(3)
    for (const { organisationId, userId } of vote.voters) {
      expect(JSON.stringify(papers)).not.toContain(organisationId)
      expect(JSON.stringify([papers, kept!.objections])).not.toContain(userId)
      expect(JSON.stringify(kept!.objections)).not.toContain(organisationId)
    }
  })
})
