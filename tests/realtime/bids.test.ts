import type { Change, Topic } from '@mutuo/shared/realtime/contract.ts'
import { testApp } from '../support/app.ts'
import { aDraftBid, aSubmittedBid } from '../support/builders/bid.ts'
import { aGroupWithOpenNeed, type OpenNeed } from '../support/builders/need.ts'
import { freelancers, type Persona } from '../support/personas.ts'

describe('what people hear of bids', () => {
  const app = testApp()
  let open: OpenNeed
  let author: Persona
  let rival: Persona
  beforeAll(async () => {
    const [opened, bidders] = await Promise.all([aGroupWithOpenNeed(app, { firms: 2 }), freelancers(app, 2)])
    ;[open, author, rival] = [opened, bidders[0]!, bidders[1]!]
    await app.drain()
  }, 60_000)

  it('the group hears of a bid once it is submitted, its author on every page, a rival only that the need has changed', async () => {
    const { need, owners, association } = open
    const topic: Topic = `need:${need.id}`
    const follow = async (client: Persona) => {
      const socket = await client.socket()
      expect(await socket.ask('follow', { topics: [topic] })).toMatchObject({ refused: [] })
      return socket
    }
    const [firm, desk, other] = await Promise.all([follow(owners[1]!), follow(association), follow(rival)])
    const own = await author.socket()
    const isBid = (change: Change) => change.entity === 'bid'

    const draft = await aDraftBid(rival, need)
    await app.drain()
    for (const socket of [firm, desk, own]) await socket.hearsNo('changed', (change) => change.id === draft.id, 150)

    const bid = await aSubmittedBid(author, need)
    await app.drain()
    for (const socket of [firm, desk])
      expect(await socket.heard('changed', (change) => isBid(change) && change.topic === topic)).toMatchObject({ id: bid.id })
    expect(await own.heard('changed', (change) => isBid(change) && change.id === bid.id)).toMatchObject({
      topic: `organisation:${author.organisationId}`,
    })
    expect(await other.heard('changed', (change) => isBid(change) && change.topic === topic)).toBeDefined()
    expect((await rival.get(`/bids/${bid.id}`)).status).toBe(404)
  })
})
