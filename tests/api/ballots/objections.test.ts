import { setClock, systemClock } from '@mutuo/server/platform/clock.ts'
import { v7 as newId } from 'uuid'
import { testApp } from '../../support/app.ts'
import { anOpenVote, aVotingGroup, castBy, closeVote, paperOf, type Vote } from '../../support/builders/ballot.ts'
import { getBallot } from '../../support/builders/mission.ts'
import { ok, type Group, type Persona, restoreToGroup, suspendFromGroup } from '../../support/personas.ts'

const dayMs = 24 * 3600 * 1000

describe('an objection', () => {
  const app = testApp()
  let voting: { group: Group; bidders: Persona[] }
  beforeAll(async () => {
    voting = await aVotingGroup(app, 3, { secondRoundDays: 0 })
  }, 120_000)
  afterAll(() => setClock(systemClock))
  const codeOf = ({ status, body }: { status: number; body: { code?: unknown } }) => [status, body.code]
  const rule = (vote: Vote, objectionId: string, ruling: string, who = vote.association) =>
    who.post(`/ballots/${vote.ballot.id}/objections/${objectionId}/ruling`, { ruling, reason: 'Les deux entendus' })
  const raise = (vote: Vote, who: Persona, bid = 0, id = newId()) =>
    who.post(`/ballots/${vote.ballot.id}/conflicts`, { id, bidId: vote.bids[bid]!.id, reason: 'Il travaille pour mon concurrent direct.' })

  describe('to a conflict of interests', () => {
    let vote: Vote
    const id = newId()
    beforeAll(async () => {
      vote = await anOpenVote(app, voting)
    }, 120_000)

    it('is said openly, once, and answered by the freelancer, who reads nothing else of the vote', async () => {
      ok(await raise(vote, vote.voters[1]!, 0, id))
      expect(codeOf(await raise(vote, vote.voters[1]!))).toEqual([409, 'CONFLICT_RAISED'])
      const path = `/objections/${vote.ballot.id}/${id}`
      const own = ok(await vote.bidders[0]!.get(path)).body
      expect(own).toMatchObject({ reason: 'Il travaille pour mon concurrent direct.', abilities: [{ move: 'reply', allowed: true }] })
      ok(await vote.bidders[0]!.post(`${path}/reply`, { text: 'Plus depuis mars.' }))
      expect(codeOf(await vote.bidders[0]!.post(`${path}/reply`, { text: 'Encore.' }))).toEqual([409, 'STALE_STATE'])
      expect((await vote.bidders[1]!.get(path)).status).toBe(404)
      expect((await vote.bidders[0]!.get(`/ballots/${vote.ballot.id}`)).status).toBe(404)
      const [seen] = (await getBallot(vote.voters[0]!, vote.ballot.id)).objections
      expect(seen).toMatchObject({ firm: { id: vote.voters[1]!.organisationId }, reply: { text: 'Plus depuis mars.' }, state: 'raised' })
    })

    it('holds the closing until it is ruled on, however late the ruling; nobody votes meanwhile', async () => {
      for (const voter of vote.voters) ok(await castBy(voter, vote, 5, 3))
      expect(codeOf(await closeVote(vote))).toEqual([409, 'CONFLICT_UNRULED'])
      setClock(() => new Date(Date.now() + 22 * dayMs))
      await app.jobs()
      const held = await getBallot(vote.voters[0]!, vote.ballot.id)
      expect([held.state, held.outcome]).toEqual(['held', undefined])
      expect(codeOf(await castBy(vote.voters[0]!, vote, 0, 5))).toEqual([409, 'BALLOT_CLOSED'])
      expect(codeOf(await raise(vote, vote.voters[2]!, 1))).toEqual([409, 'BALLOT_CLOSED'])
      expect(codeOf(await rule(vote, id, 'upheld', vote.voters[0]!))).toEqual([403, 'ASSOCIATION_ONLY'])
    })

    it('upheld, takes the bid out with the reason in the record, and the closing goes on, once for two rulings', async () => {
      const answers = await Promise.all([rule(vote, id, 'upheld'), rule(vote, id, 'dismissed')])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      const { state, outcome, objections, bids } = await getBallot(vote.voters[0]!, vote.ballot.id)
      expect(state).toBe('closed')
      const isUpheld = objections[0]!.state === 'upheld'
      expect(bids.map(({ isOut }) => isOut)).toEqual([isUpheld, false])
      expect(outcome).toMatchObject({ verdict: 'chosen', chosenBidId: vote.bids[isUpheld ? 1 : 0]!.id })
      expect(objections[0]!.settled).toMatchObject({ text: 'Les deux entendus' })
      expect(codeOf(await rule(vote, id, 'upheld'))).toEqual([409, 'STALE_STATE'])
      setClock(systemClock)
    })
  })

  describe('to consent', () => {
    let vote: Vote
    beforeAll(async () => {
      vote = await anOpenVote(app, voting, 'consent')
    }, 120_000)
    const object = (voter: Persona, reason?: string) =>
      voter.post(`/ballots/${vote.ballot.id}/votes`, { ...paperOf(vote, 0, 1), ...(reason && { reason }) })
    const objections = async (who: Persona) => (await getBallot(who, vote.ballot.id)).objections

    it('is reasoned, read without a name, and lifted by consenting', async () => {
      expect(codeOf(await object(vote.voters[1]!))).toEqual([422, 'OBJECTION_NEEDS_REASON'])
      ok(await object(vote.voters[1]!, 'Livrée trop tard pour la saison'))
      const [seen] = await objections(vote.voters[0]!)
      expect(seen).toMatchObject({ kind: 'consent', reason: 'Livrée trop tard pour la saison', isMine: false, state: 'raised' })
      expect(seen).not.toHaveProperty('firm')
      ok(await castBy(vote.voters[1]!, vote, 1, 1))
      expect((await objections(vote.voters[1]!))[0]).toMatchObject({ state: 'lifted', isMine: true })
    })

    it('is adopted by the leader alone, in writing, and may come back; what is ruled on does not', async () => {
      ok(await object(vote.voters[1]!, 'Livrée trop tard'))
      const adopt = async (who: Persona) => {
        const { id } = (await objections(who)).at(-1)!
        return who.post(`/ballots/${vote.ballot.id}/objections/${id}/adoption`, { change: 'Livrée en mai' })
      }
      expect(codeOf(await adopt(vote.voters[2]!))).toEqual([403, 'LEADER_ONLY'])
      ok(await adopt(vote.voters[0]!))
      expect((await objections(vote.voters[1]!)).map(({ state }) => state)).toEqual(['lifted', 'adopted'])
      ok(await object(vote.voters[1]!, 'Mai reste trop tard'))
      const last = (await objections(vote.association)).at(-1)!
      ok(await rule(vote, last.id, 'dismissed'))
      ok(await object(vote.voters[1]!, 'Je le redis'))
      expect((await objections(vote.voters[1]!)).map(({ state }) => state)).toEqual(['lifted', 'adopted', 'dismissed'])
    })

    it('blocks its bid only while it is unresolved', async () => {
      ok(
        await castBy(vote.voters[0]!, vote, 1, 0).then(() =>
          vote.voters[0]!.post(`/ballots/${vote.ballot.id}/votes`, { ...paperOf(vote, 1, 0), reason: 'Trop loin' }),
        ),
      )
      ok(await castBy(vote.voters[2]!, vote, 1, 1))
      ok(await closeVote(vote))
      const { outcome } = await getBallot(vote.voters[2]!, vote.ballot.id)
      expect(outcome).toMatchObject({ verdict: 'chosen', chosenBidId: vote.bids[0]!.id })
      expect(outcome!.bids.map(({ isObjected, acceptedHeads }) => [isObjected, acceptedHeads])).toEqual([
        [false, 2],
        [true, 2],
      ])
    })
  })

  it('falls with its author, whose voice counts no more: suspended, the quorum is of those who stay; restored, it votes anew', async () => {
    const vote = await anOpenVote(app, voting)
    const [leader, leaving] = vote.voters
    for (const voter of vote.voters) ok(await castBy(voter, vote, 5, 0))
    ok(await raise(vote, leaving!))
    await suspendFromGroup(vote, leaving!)
    await app.drain()
    const seen = await getBallot(leader!, vote.ballot.id)
    expect(seen.participation).toMatchObject({ votedHeads: 2, eligibleHeads: 2 })
    expect(seen.departures).toMatchObject([{ firm: { id: leaving!.organisationId }, why: 'suspended' }])
    expect(seen.objections[0]).toMatchObject({ state: 'lapsed' })
    expect((await castBy(leaving!, vote, 0, 5)).status).toBe(404)
    await restoreToGroup(vote, leaving!)
    await app.drain()
    const back = await getBallot(leaving!, vote.ballot.id)
    expect(back.participation).toMatchObject({ votedHeads: 2, eligibleHeads: 3 })
    expect(back).not.toHaveProperty('myVote')

    ok(await leaving!.post(`/ballots/${vote.ballot.id}/withdrawal`, { reason: 'Mon frère a déposé une offre.' }))
    ok(await closeVote(vote))
    const { outcome, departures } = await getBallot(leaving!, vote.ballot.id)
    expect(departures).toMatchObject([{ why: 'concerned', reason: 'Mon frère a déposé une offre.' }])
    expect(outcome).toMatchObject({ verdict: 'chosen', heads: { voted: 2, eligible: 2 } })
  }, 120_000)

  it('ends with its vote when the need is cancelled: void, nothing owed, nobody to wait for', async () => {
    const vote = await anOpenVote(app, voting)
    ok(await castBy(vote.voters[1]!, vote, 5, 0))
    ok(await raise(vote, vote.voters[1]!))
    ok(await vote.voters[0]!.post(`/needs/${vote.need.id}/cancellation`, { reason: 'Nous attendons l’an prochain' }))
    await app.drain()
    const seen = await getBallot(vote.voters[1]!, vote.ballot.id)
    expect([seen.state, seen.abilities, seen.outcome]).toEqual(['void', [], undefined])
    expect(codeOf(await castBy(vote.voters[0]!, vote, 5, 0))).toEqual([409, 'BALLOT_CLOSED'])
    await app.jobs(new Date(Date.now() + 30 * dayMs))
    expect((await getBallot(vote.voters[1]!, vote.ballot.id)).state).toBe('void')
  }, 120_000)
})
