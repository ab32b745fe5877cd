import type { Change } from '@mutuo/shared/realtime/contract.ts'
import { v7 as newId } from 'uuid'
import { testApp } from '../support/app.ts'
import type { LiveSocket } from '../support/client/socket-client.ts'
import { aGroupWithOpenBallot, voteForFirst, type Voted } from '../support/builders/mission.ts'
import { anSmeOwner, ok, type Persona } from '../support/personas.ts'

describe('what people hear of a vote', () => {
  const app = testApp({ stripe: true })
  let voted: Voted
  let member: LiveSocket, desk: LiveSocket, author: LiveSocket, outsider: LiveSocket
  const isBallot = (change: Change) => change.entity === 'ballot' && change.id === voted.ballot.id
  const follow = async (who: Persona, refused: boolean): Promise<LiveSocket> => {
    const [socket, topic] = [await who.socket(), `need:${voted.need.id}` as const]
    expect(await socket.ask('follow', { topics: [topic] })).toMatchObject({ refused: refused ? [topic] : [] })
    return socket
  }

  const heardSoFar = (socket: LiveSocket) => socket.all('changed').filter(isBallot).length
  /** The group's people hear of the vote once more, without a name in what they hear; who is outside hears nothing at all. */
  const groupHears = async (act: () => Promise<{ status: number }>): Promise<void> => {
    const before = new Map([member, desk].map((socket) => [socket, heardSoFar(socket)]))
    ok((await act()) as Awaited<ReturnType<Persona['post']>>)
    await app.drain()
    for (const [socket, count] of before) {
      const heard = await socket.heard('changed', (change) => isBallot(change) && heardSoFar(socket) > count)
      expect(Object.keys(heard).sort()).toEqual(['entity', 'id', 'topic'])
    }
    await outsider.hearsNo('changed')
  }

  beforeAll(async () => {
    voted = await aGroupWithOpenBallot(app, { firms: 3, rules: { visibility: 'group' } })
    member = await follow(voted.owners[1]!, false)
    desk = await follow(voted.association, false)
    author = await follow(voted.bidders[1]!, false)
    outsider = await follow(await anSmeOwner(app), true)
  }, 120_000)

  it('the group hears that somebody has voted, and not who nor for what; an outsider hears nothing', async () => {
    const choices = voted.bids.map((bid, at) => ({ bidId: bid.id, value: at }))
    ok(await voted.owners[0]!.post(`/ballots/${voted.ballot.id}/votes`, { abstains: false, choices }))
    await app.drain()
    for (const socket of [member, desk])
      expect(await socket.heard('changed', isBallot)).toEqual({ topic: `need:${voted.need.id}`, entity: 'ballot', id: voted.ballot.id })
    await outsider.hearsNo('changed')
  })

  it('a freelancer hears that something moved, and may read neither the ballot nor who has voted', async () => {
    const heard = await author.heard('changed', isBallot)
    expect(Object.keys(heard).sort()).toEqual(['entity', 'id', 'topic'])
    expect((await voted.bidders[1]!.get(`/ballots/${voted.ballot.id}`)).status).toBe(404)
    const said = JSON.stringify(author.all('changed'))
    for (const owner of voted.owners) expect(said).not.toContain(owner.organisationId)
  })

  it('the group hears that a proxy was given, taken back and used; an outsider hears nothing', async () => {
    const [giver, holder] = [voted.owners[2]!, voted.owners[1]!]
    const [revoked, used] = [newId(), newId()]
    const proxies = `/ballots/${voted.ballot.id}/proxies`
    const give = (id: string) => giver.post(proxies, { id, holder: { kind: 'firm', firmId: holder.organisationId } })
    await groupHears(() => give(revoked))
    await groupHears(() => giver.post(`${proxies}/${revoked}/revocation`))
    await groupHears(() => give(used))
    const choices = voted.bids.map((bid, at) => ({ bidId: bid.id, value: at === 0 ? 5 : 2 }))
    await groupHears(() => holder.post(`${proxies}/${used}/votes`, { abstains: false, choices }))
  })

  it('the group hears that an objection was raised, answered and ruled on; its bidder is told, the other one and outsiders are not', async () => {
    const id = newId()
    const bidId = voted.bids[0]!.id
    const [concerned, other] = await Promise.all(voted.bidders.map((bidder) => bidder.socket()))
    const isNotice = ({ entity }: Change) => entity === 'notification'
    await groupHears(() =>
      voted.owners[0]!.post(`/ballots/${voted.ballot.id}/conflicts`, { id, bidId, reason: 'Elle travaille pour mon rival.' }),
    )
    await concerned!.heard('changed', isNotice)
    await groupHears(() => voted.bidders[0]!.post(`/objections/${voted.ballot.id}/${id}/reply`, { text: 'Plus depuis mars.' }))
    await groupHears(() =>
      voted.association.post(`/ballots/${voted.ballot.id}/objections/${id}/ruling`, { ruling: 'dismissed', reason: 'Les deux entendus' }),
    )
    await other!.hearsNo('changed', (change) => isNotice(change) || change.id === id)
  })

  it('all hear the closing, and each freelancer alone that its own bid was settled', async () => {
    // The third firm's vote is its proxy's.
    await voteForFirst({ ...voted, owners: voted.owners.slice(0, 2) })
    await app.drain()
    const before = member.all('changed').filter(isBallot).length
    const [chosen, declined] = await Promise.all(voted.bidders.map((bidder) => bidder.socket()))
    ok(await voted.owners[0]!.post(`/ballots/${voted.ballot.id}/closing`))
    await app.drain()
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(member.all('changed').filter(isBallot).length).toBeGreaterThan(before)
    for (const [at, socket] of [chosen!, declined!].entries()) {
      const isOwnTopic = ({ topic }: Change) => topic === `organisation:${voted.bidders[at]!.organisationId}`
      await socket.heard('changed', (change) => isOwnTopic(change) && change.entity === 'bid' && change.id === voted.bids[at]!.id)
      await socket.hearsNo('changed', (change) => change.id === voted.bids[1 - at]!.id, 100)
    }
    await outsider.hearsNo('changed')
  })
})
