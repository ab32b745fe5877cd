import { setClock, systemClock } from '@mutuo/server/platform/clock.ts'
import type { BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { testApp } from '../../support/app.ts'
import { aNeedWithBids, aSubmittedBid, type NeedWithBids } from '../../support/builders/bid.ts'
import { getBallot } from '../../support/builders/mission.ts'
import { aNeedWithPledges, getNeed, type NeedInput } from '../../support/builders/need.ts'
import { freelancers, ok, restoreToGroup, suspendFromGroup, type Persona } from '../../support/personas.ts'

const dayMs = 24 * 3600 * 1000

describe('a group chooses', () => {
  const app = testApp({ stripe: true })
  afterAll(() => setClock(systemClock))

  type Vote = NeedWithBids & { ballot: BallotView; voters: Persona[] }

  const putToVote = async (said: Partial<NeedInput> = {}): Promise<Vote> => {
    const pledged = await aNeedWithBids(app, 3, said)
    return { ...pledged, ballot: await openVote(pledged), voters: pledged.owners.slice(0, 3) }
  }
  const openVote = async ({ owners, need }: { owners: Persona[]; need: { id: string } }): Promise<BallotView> => {
    const leader = owners[0]!
    ok(await leader.post(`/needs/${need.id}/bidding`))
    await app.drain()
    ok(await leader.post(`/needs/${need.id}/vote`))
    await app.drain()
    const { ballotId } = await getNeed(leader, need.id)
    return getBallot(leader, ballotId ?? '')
  }
  const scores = ({ bids }: Pick<Vote, 'bids'>, ...values: number[]) => ({
    abstains: false,
    choices: bids.map((bid, at) => ({ bidId: bid.id, value: values[at] ?? 0 })),
  })
  const cast = (voter: Persona, vote: Vote, ...values: number[]) => voter.post(`/ballots/${vote.ballot.id}/votes`, scores(vote, ...values))
  const closing = ({ ballot }: Vote) => `/ballots/${ballot.id}/closing`

  describe('by scores', () => {
    let vote: Vote
    beforeAll(async () => {
      vote = await putToVote()
    }, 120_000)

    it('says something of every bid, within the scale', async () => {
      const [voter] = vote.voters
      const half = { abstains: false, choices: [{ bidId: vote.bids[0]!.id, value: 5 }] }
      const answers = [await voter!.post(`/ballots/${vote.ballot.id}/votes`, half), await cast(voter!, vote, 6, 0)]
      expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
        [422, 'CHOICES_INCOMPLETE'],
        [422, 'CHOICE_OUT_OF_RANGE'],
      ])
    })

    it('may change its mind, which leaves a trace and never what was said before', async () => {
      ok(await cast(vote.voters[0]!, vote, 1, 5))
      const body = { ...scores(vote, 5, 1), reason: 'Elle connaît nos commerces' }
      const { myVote, participation } = ok(await vote.voters[0]!.post(`/ballots/${vote.ballot.id}/votes`, body)).body as BallotView
      expect(myVote).toMatchObject({ changes: 1, choices: [{ value: 5 }, { value: 1 }] })
      expect(participation).toMatchObject({ votedHeads: 1, eligibleHeads: 3 })
    })

    it('sees who has voted, never what, and of the euros a band', async () => {
      const seen = await getBallot(vote.voters[1]!, vote.ballot.id)
      expect(seen.voters.map(({ hasVoted, isMe }) => [hasVoted, isMe])).toContainEqual([true, false])
      expect(seen).not.toHaveProperty('myVote')
      expect(seen).not.toHaveProperty('outcome')
      expect(seen.participation.eurosBand).toEqual({ fromPercent: 30, toPercent: 40 })
      expect(JSON.stringify(seen)).not.toContain('Elle connaît nos commerces')
    })

    it('can be taken along in one’s own calendar, at the hour at which it closes', async () => {
      const { status, headers, text } = await vote.voters[1]!.get(`/ballots/${vote.ballot.id}/closing.ics`)
      expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
      const end = new Date(vote.ballot.closesAt).toISOString().replace(/[-:]|\.\d{3}/g, '')
      expect(text).toContain(`DTEND:${end}`)
      expect(text.replace(/\r\n /g, '')).toContain(`SUMMARY:Clôture du vote : ${vote.need.content.title}`)
      expect(text.replace(/\r\n /g, '')).toContain(`/besoins/${vote.need.id}/vote/${vote.ballot.id}`)
    })

    it('binds its voters: nobody leaves the group while the vote is open, and every voice still counts', async () => {
      const answer = await vote.voters[2]!.post(`/groups/${vote.id}/departure`)
      expect([answer.status, answer.body.code]).toEqual([409, 'MEMBER_HAS_LIVE_COMMITMENT'])
      const { voters, participation } = await getBallot(vote.voters[0]!, vote.ballot.id)
      expect([voters.length, participation.eligibleHeads]).toEqual([3, 3])
    })

    it('does not close before everybody has voted, and reminds once a day', async () => {
      const early = await vote.voters[0]!.post(closing(vote))
      expect([early.status, early.body.code, early.body.params]).toEqual([409, 'VOTES_MISSING', { missing: 2 }])
      ok(await vote.voters[0]!.post(`/ballots/${vote.ballot.id}/reminders`))
      const again = await vote.voters[1]!.post(`/ballots/${vote.ballot.id}/reminders`)
      expect([again.status, again.body.code]).toEqual([409, 'ALREADY_REMINDED'])
      await app.drain()
      const kinds = async (who: Persona) => (ok(await who.get('/notifications')).body.items as { kind: string }[]).map(({ kind }) => kind)
      expect(await kinds(vote.voters[1]!)).toContain('ballot.reminder')
      expect(await kinds(vote.voters[0]!)).not.toContain('ballot.reminder')
    })

    it('votes nothing while its group is frozen, and is told why', async () => {
      ok(await vote.association.post(`/groups/${vote.id}/freeze`, { reason: 'Vérification' }))
      expect((await cast(vote.voters[1]!, vote, 5, 1)).body.code).toBe('GROUP_FROZEN')
      const { abilities } = await getBallot(vote.voters[1]!, vote.ballot.id)
      expect(abilities.find(({ move }) => move === 'vote')).toEqual({ move: 'vote', allowed: false, reason: 'GROUP_FROZEN' })
      ok(await vote.association.post(`/groups/${vote.id}/unfreeze`, { reason: 'Vérifié' }))
    })

    it('counts every vote of those who vote at once', async () => {
      const answers = await Promise.all([
        cast(vote.voters[1]!, vote, 4, 2),
        cast(vote.voters[2]!, vote, 3, 5),
        cast(vote.voters[1]!, vote, 4, 2),
      ])
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
      const seen = await getBallot(vote.voters[0]!, vote.ballot.id)
      expect(seen.participation.votedHeads).toBe(3)
      expect(seen.abilities.find(({ move }) => move === 'close')).toEqual({ move: 'close', allowed: true })
    })

    it('closes once for many clicks, with one outcome, sealed, without names or amounts', async () => {
      const answers = await Promise.all([...vote.voters, vote.association, vote.voters[0]!].map((who) => who.post(closing(vote))))
      expect(answers.filter(({ status }) => status < 300)).toHaveLength(1)
      for (const { status, body } of answers) if (status >= 300) expect(body.code).toMatch(/STALE_STATE|LEADER_ONLY/)
      const { outcome, state } = await getBallot(vote.voters[1]!, vote.ballot.id)
      expect(state).toBe('closed')
      expect(outcome).toMatchObject({
        verdict: 'chosen',
        chosenBidId: vote.bids[0]!.id,
        byCastingVote: false,
        reasons: ['Elle connaît nos commerces'],
      })
      expect(outcome!.bids.map(({ result, acceptedHeads, isChosen }) => [result, acceptedHeads, isChosen])).toEqual([
        [4, 3, true],
        [2.67, 1, false],
      ])
      expect(outcome!.bids[1]!.acceptedEuros).toEqual({ fromPercent: 30, toPercent: 40 })
      expect(outcome!.seal).toMatch(/^[0-9a-f]{64}$/)
      expect((await cast(vote.voters[1]!, vote, 0, 5)).body.code).toBe('BALLOT_CLOSED')
      await app.drain()
      expect((await getNeed(vote.voters[0]!, vote.need.id)).missionId).toBeDefined()
    })
  })

  describe('evenly', () => {
    let vote: Vote
    beforeAll(async () => {
      vote = await putToVote()
      for (const voter of vote.voters) ok(await cast(voter, vote, 4, 4))
      ok(await vote.voters[0]!.post(closing(vote)))
    }, 120_000)
    const casting = (bidId: string) =>
      vote.association.post(`/ballots/${vote.ballot.id}/casting-vote`, { bidId, reason: 'Livrée plus tôt' })

    it('waits for the association, which nobody replaces', async () => {
      const seen = await getBallot(vote.voters[0]!, vote.ballot.id)
      expect([seen.state, seen.outcome!.verdict]).toEqual(['tied', 'tie'])
      expect(seen.abilities).toEqual([{ move: 'cast', allowed: false, reason: 'ASSOCIATION_ONLY' }])
      expect(
        (await vote.voters[0]!.post(`/ballots/${vote.ballot.id}/casting-vote`, { bidId: vote.bids[0]!.id, reason: 'Moi' })).status,
      ).toBe(403)
      expect((await casting(vote.need.id)).body.code).toBe('NOT_AMONG_TIED')
      const { tasks } = ok(await vote.association.get('/association-desk')).body
      expect(tasks).toContainEqual(expect.objectContaining({ kind: 'casting_vote' }))
    })

    it('has one outcome when the association answers twice at once', async () => {
      const answers = await Promise.all(vote.bids.map((bid) => casting(bid.id)))
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      await app.drain()
      const { outcome } = await getBallot(vote.voters[0]!, vote.ballot.id)
      expect(outcome).toMatchObject({ verdict: 'chosen', byCastingVote: true, castingReason: 'Livrée plus tôt' })
      expect(outcome!.bids.filter(({ isChosen }) => isChosen)).toHaveLength(1)
      expect((await getNeed(vote.voters[0]!, vote.need.id)).state).toBe('awarded')
    })
  })

  it('by its deadline: nothing counts after it, whether or not the closing is written; without quorum everybody is free', async () => {
    const vote = await putToVote()
    ok(await cast(vote.voters[0]!, vote, 5, 0))
    setClock(() => new Date(Date.now() + 22 * dayMs))
    expect((await cast(vote.voters[1]!, vote, 5, 0)).body.code).toBe('BALLOT_CLOSED')
    expect((await getBallot(vote.voters[1]!, vote.ballot.id)).abilities).toContainEqual({
      move: 'vote',
      allowed: false,
      reason: 'BALLOT_CLOSED',
    })
    await Promise.all([app.jobs(), app.jobs()])
    const seen = await getBallot(vote.voters[0]!, vote.ballot.id)
    expect(seen.outcome).toMatchObject({ verdict: 'no_quorum', heads: { voted: 1, eligible: 3 } })
    expect((await getNeed(vote.voters[0]!, vote.need.id)).state).toBe('expired')
    expect(ok(await vote.voters[1]!.get(`/pledges/${vote.pledges[1]!.id}`)).body.state).toBe('released')
    setClock(systemClock)
  }, 120_000)

  it('without a firm that was suspended before the vote opened, until it is restored', async () => {
    const pledged = await aNeedWithBids(app, 4)
    const late = pledged.owners[3]!
    ok(await pledged.owners[0]!.post(`/needs/${pledged.need.id}/bidding`))
    await app.drain()
    await suspendFromGroup(pledged, late)
    ok(await pledged.owners[0]!.post(`/needs/${pledged.need.id}/vote`))
    await app.drain()
    const { ballotId = '', firms } = await getNeed(pledged.owners[0]!, pledged.need.id)
    expect(firms).toHaveLength(3)
    const heads = async () => (await getBallot(pledged.owners[0]!, ballotId)).participation.eligibleHeads
    expect(await heads()).toBe(3)
    await restoreToGroup(pledged, late)
    await app.drain()
    expect(await heads()).toBe(4)
    expect(ok(await late.get(`/ballots/${ballotId}`)).body.abilities).toContainEqual({ move: 'vote', allowed: true })
  }, 120_000)

  it('only between bids that enough firms can carry; the need ends where there is none', async () => {
    const pledged = await aNeedWithPledges(app, 3)
    const [cheap, dear] = await freelancers(app, 2)
    const fair = await aSubmittedBid(cheap!, pledged.need)
    await aSubmittedBid(dear!, pledged.need, { tiers: [{ minFirms: 2, commonMinor: 900_000, perFirmMinor: 90_000 }] })
    await app.drain()
    const ballot = await openVote(pledged)
    expect(ballot.bids.map(({ bidId }) => bidId)).toEqual([fair.id])

    const other = await aNeedWithPledges(app, 3)
    await aSubmittedBid(dear!, other.need, { tiers: [{ minFirms: 2, commonMinor: 900_000, perFirmMinor: 90_000 }] })
    await app.drain()
    ok(await other.owners[0]!.post(`/needs/${other.need.id}/bidding`))
    await app.drain()
    ok(await other.owners[0]!.post(`/needs/${other.need.id}/vote`))
    await app.drain()
    const need = await getNeed(other.owners[0]!, other.need.id)
    expect([need.state, need.ballotId]).toEqual(['expired', undefined])
    expect(ok(await other.owners[1]!.get(`/pledges/${other.pledges[1]!.id}`)).body.state).toBe('released')
  }, 120_000)
})
