import type { BidComparison } from '@mutuo/shared/bids/bid.schema.ts'
import type { QuestionView } from '@mutuo/shared/needs/question.schema.ts'
import type { Change, Topic } from '@mutuo/shared/realtime/contract.ts'
import { v7 as newId } from 'uuid'
import { testApp } from '../support/app.ts'
import { aDraftBid, aSubmittedBid } from '../support/builders/bid.ts'
import { aGroupWithOpenNeed, anOpenNeed, dayIn, type OpenNeed } from '../support/builders/need.ts'
import { aGroupWithMembers, freelancers, ok, type Persona } from '../support/personas.ts'

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

  it('hears at once of a question, an answer and a counter-offer; who may not see the need hears nothing', async () => {
    const { need, owners } = open
    const topic: Topic = `need:${need.id}`
    const [leader, member] = [owners[0]!, owners[1]!]
    const elsewhere = (await aGroupWithMembers(app, 1)).owners[0]!
    const hidden = await anOpenNeed(leader, open.id, { rules: { visibility: 'group' } })
    const [inside, outside] = await Promise.all([member.socket(), elsewhere.socket()])
    expect(await inside.ask('follow', { topics: [topic, `need:${hidden.id}`] })).toMatchObject({ refused: [] })
    expect(await outside.ask('follow', { topics: [`need:${hidden.id}`] })).toMatchObject({ refused: [`need:${hidden.id}`] })
    const heard = (entity: string, id: string) => inside.heard('changed', (change) => change.entity === entity && change.id === id)

    const asked = { id: newId(), text: 'Et les photos ?' }
    const question = ok(await author.post(`/needs/${hidden.id}/questions`, asked)).body as QuestionView
    await app.drain()
    expect(await heard('question', asked.id)).toMatchObject({ topic: `need:${hidden.id}` })
    ok(await leader.post(`/questions/${asked.id}/answer`, { version: question.version, text: 'Fournies' }))
    const [bid] = (ok(await leader.get(`/needs/${need.id}/bids`)).body as BidComparison).items
    const own = await author.socket()
    ok(await leader.post(`/bids/${bid!.id}/counter-offers`, { id: newId(), message: 'Plus tôt ?', deliversOn: dayIn(80) }))
    await app.drain()
    expect(await heard('bid', bid!.id)).toMatchObject({ topic })
    expect(await own.heard('changed', (change) => change.entity === 'bid' && change.id === bid!.id)).toBeDefined()
    await outside.hearsNo('changed', (change) => change.entity === 'question' || change.entity === 'bid', 150)
  })
})
