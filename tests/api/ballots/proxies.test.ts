import { testApp } from '../../support/app.ts'
import { anOpenVote, aVotingGroup, castBy, closeVote, giveProxy, paperOf, type Vote } from '../../support/builders/ballot.ts'
import { getBallot } from '../../support/builders/mission.ts'
import { anSmeMember, ok, type Persona } from '../../support/personas.ts'
import { v7 as newId } from 'uuid'

describe('a firm that is absent', () => {
  const app = testApp()
  let vote: Vote
  let [leader, second, third, fourth]: Persona[] = []
  let member: Persona
  const proxyId = newId()
  beforeAll(async () => {
    vote = await anOpenVote(app, await aVotingGroup(app, 4, { proxiesPerHolder: 1 }))
    ;[leader, second, third, fourth] = vote.voters
    member = await anSmeMember(app, fourth!)
  }, 120_000)
  const codeOf = ({ status, body }: { status: number; body: { code?: unknown } }) => [status, body.code]
  const byProxy = (holder: Persona, id: string, ...values: number[]) =>
    holder.post(`/ballots/${vote.ballot.id}/proxies/${id}/votes`, paperOf(vote, ...values))
  const take = (giver: Persona, id: string) => giver.post(`/ballots/${vote.ballot.id}/proxies/${id}/revocation`)

  const actionsOn = (object: string) =>
    app.database.db().collection<{ object: string; action: string }>('audit_log').distinct('action', { object })

  it('gives its voice to another firm, which is told; in no circle, and within the charter’s limit', async () => {
    ok(await giveProxy(second!, leader!, vote, proxyId, '5 à la première'))
    expect(codeOf(await giveProxy(leader!, third!, vote))).toEqual([422, 'PROXY_CIRCLE'])
    expect(codeOf(await giveProxy(third!, second!, vote))).toEqual([422, 'PROXY_CIRCLE'])
    expect(await giveProxy(third!, leader!, vote)).toMatchObject({
      status: 422,
      body: { code: 'PROXY_LIMIT_REACHED', params: { limit: 1 } },
    })
    expect(codeOf(await giveProxy(second!, third!, vote))).toEqual([409, 'PROXY_GIVEN'])
    expect(codeOf(await castBy(second!, vote, 5, 0))).toEqual([409, 'PROXY_GIVEN'])
    await app.drain()
    const { items } = ok(await leader!.get('/notifications')).body as { items: { kind: string }[] }
    expect(items.map(({ kind }) => kind)).toContain('ballot.proxy_given')
  })

  it('is voted for by its holder, who alone reads what it asks for, and takes nothing back that was used', async () => {
    expect((await byProxy(third!, proxyId, 5, 0)).status).toBe(404)
    ok(await byProxy(leader!, proxyId, 5, 1))
    expect(codeOf(await take(second!, proxyId))).toEqual([409, 'PROXY_USED'])
    const [giver, holder, other] = await Promise.all([second!, leader!, third!].map((who) => getBallot(who, vote.ballot.id)))
    expect(giver!.myVote).toMatchObject({ hand: 'proxy', choices: [{ value: 5 }, { value: 1 }] })
    expect(holder!.proxies[0]).toMatchObject({ state: 'used', isForMe: true, instruction: '5 à la première', vote: { changes: 0 } })
    expect(other!.proxies[0]).toMatchObject({
      state: 'used',
      giver: { id: second!.organisationId },
      holder: { id: leader!.organisationId },
    })
    expect(JSON.stringify(other!)).not.toContain('5 à la première')
    expect(JSON.stringify(other!)).not.toContain('"choices"')
  })

  it('gives it to a colleague, takes it back, and votes by itself', async () => {
    const holder = { kind: 'colleague', userId: member.userId }
    const id = newId()
    expect(
      codeOf(await fourth!.post(`/ballots/${vote.ballot.id}/proxies`, { id: newId(), holder: { ...holder, userId: leader!.userId } })),
    ).toEqual([422, 'PROXY_NOT_COLLEAGUE'])
    expect(codeOf(await castBy(member, vote, 4, 0))).toEqual([403, 'OWNER_ONLY'])
    ok(await fourth!.post(`/ballots/${vote.ballot.id}/proxies`, { id, holder }))
    ok(await castBy(member, vote, 4, 0))
    expect((await getBallot(fourth!, vote.ballot.id)).myVote).toMatchObject({ hand: 'colleague' })
    expect(codeOf(await take(fourth!, id))).toEqual([409, 'PROXY_USED'])
  })

  it('is entered by the association when it calls: logged, told, and the firm may change it', async () => {
    const enter = (who: Persona, firm: Persona) =>
      who.post(`/ballots/${vote.ballot.id}/telephone-votes`, { firmId: firm.organisationId, ...paperOf(vote, 0, 5) })
    expect(codeOf(await enter(vote.association, second!))).toEqual([409, 'PROXY_GIVEN'])
    ok(await enter(vote.association, third!))
    await app.drain()
    expect(await actionsOn(`ballot:${vote.ballot.id}`)).toEqual(['vote.enter'])
    expect(await actionsOn(`proxy:${proxyId}`)).toEqual(['proxy.give'])
    const seen = await getBallot(third!, vote.ballot.id)
    expect(seen.myVote).toMatchObject({ hand: 'association', choices: [{ value: 0 }, { value: 5 }] })
    expect(JSON.stringify((await getBallot(vote.association, vote.ballot.id)).traces)).toBe('[]')
    ok(await castBy(third!, vote, 5, 0))
    expect(codeOf(await enter(vote.association, third!))).toEqual([409, 'VOTED_ALREADY'])
  })

  it('is in the record: each firm reads its own paper, the association all of them, as a tagged PDF too', async () => {
    const early = await leader!.get(`/ballots/${vote.ballot.id}/record.pdf`)
    expect(codeOf(early)).toEqual([409, 'BALLOT_NOT_CLOSED'])
    ok(await castBy(leader!, vote, 3, 3))
    ok(await closeVote(vote))
    const [own, all] = await Promise.all([third!, vote.association].map((who) => getBallot(who, vote.ballot.id)))
    expect(own!.traces.map(({ acts }) => acts.map(({ hand }) => hand))).toEqual([
      ['owner'],
      ['proxy'],
      ['association', 'owner'],
      ['colleague'],
    ])
    expect(own!.traces.filter((trace) => trace.vote).map(({ firm }) => firm.id)).toEqual([third!.organisationId])
    expect(all!.traces.every((trace) => trace.vote)).toBe(true)
    const pdf = await third!.get(`/ballots/${vote.ballot.id}/record.pdf`)
    expect(pdf.status).toBe(200)
    expect(pdf.text).toMatch(/^%PDF-1\.7/)
    expect(pdf.text).toMatch(/\/Marked true/)
    expect(codeOf(await byProxy(leader!, proxyId, 0, 5))).toEqual([409, 'BALLOT_CLOSED'])
    expect(codeOf(await giveProxy(third!, fourth!, vote))).toEqual([409, 'BALLOT_CLOSED'])
  })
})
