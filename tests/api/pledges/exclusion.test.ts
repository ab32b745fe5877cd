import type { PledgeView } from '@mutuo/shared/pledges/pledge.schema.ts'
import { testApp } from '../../support/app.ts'
import { aSubmittedBid } from '../../support/builders/bid.ts'
import { aPledgedNeed, aPledgeInput, type PledgedNeed } from '../../support/builders/need.ts'
import { aFreelancer, aGroupWithMembers, ok, type Persona } from '../../support/personas.ts'

/** Three firms must come: without the one that excludes another, the minimum would not be reached. */
describe('a firm that wants to be without another', () => {
  const app = testApp()
  let pledged: PledgedNeed
  let excluding: Persona
  let excluded: Persona
  let third: Persona
  let freelancer: Persona

  beforeAll(async () => {
    pledged = await aPledgedNeed(await aGroupWithMembers(app, 4), 3, { rules: { visibility: 'group' } })
    ;[excluding, third, excluded] = [pledged.owners[0]!, pledged.owners[1]!, pledged.owners[2]!]
    freelancer = await aFreelancer(app)
    await aSubmittedBid(freelancer, pledged.need)
    await app.drain()
  }, 60_000)

  const promiseAnew = async (conditions: PledgeView['conditions']): Promise<PledgeView> => {
    const { id } = pledged.pledges[0]!
    const { version } = ok(await excluding.get(`/pledges/${id}`)).body as PledgeView
    const { id: _, ...promise } = aPledgeInput({ conditions })
    const changed = ok(await excluding.patch(`/pledges/${id}`, { version, ...promise })).body as PledgeView
    const ready = ok(await excluding.post(`/pledges/${id}/confirmation`, { version: changed.version, consents: true })).body as PledgeView
    await app.drain()
    return ready
  }

  const { id: _, ...question } = aPledgeInput()
  const asked = (reader: Persona) => {
    const needId = pledged.need.id
    return Promise.all([
      reader.get(`/needs/${needId}`),
      reader.get(`/needs?groupId=${pledged.id}`),
      reader.get(`/needs/${needId}/bids`),
      reader.get(`/needs/${needId}/share-keys`),
      reader.get(`/groups/${pledged.id}`),
      reader.get('/rooms'),
      reader.get('/pledges/' + pledged.pledges[2]!.id),
      reader.post(`/needs/${needId}/pledge-preview`, question),
      reader.post(`/needs/${needId}/pledge-preview`, { ...question, conditions: { minFirms: 3 } }),
    ])
  }
  /** Word for word, except for the number of each refusal. */
  const readBy = async (reader: Persona) =>
    (await asked(reader)).map(({ status, text }) => `${status} ${text.replace(/"errorId":"[^"]*"/, '')}`)
  const toldTo = async (reader: Persona) =>
    new Set((ok(await reader.get('/notifications')).body as { items: { text: string }[] }).items.map((notice) => notice.text))

  it('is told so itself, and comes in once the other is not there', async () => {
    const ready = await promiseAnew({ excludedFirmIds: [excluded.organisationId] })
    expect(ready.conditions).toEqual({ excludedFirmIds: [excluded.organisationId] })
    expect(ready.preview).toMatchObject({ comesInNow: false, firmsJoined: 3 })
    expect(ready.preview.unblockedBy).toContainEqual({ code: 'EXCLUDED_FIRM_IN', firmIds: [excluded.organisationId] })
    expect(ready.preview.points.every((point) => !point.comesIn)).toBe(true)
    const away = await promiseAnew({ excludedFirmIds: [pledged.owners[3]!.organisationId] })
    expect(away.preview).toMatchObject({ comesInNow: true, firmsIn: 3 })
  })

  it('leaves no trace in anything that the other, a third firm, the association or the freelancer reads', async () => {
    const readers = { excluded, third, association: pledged.association, freelancer }
    const read = async () => {
      const all = Object.entries(readers).map(async ([name, who]) => [name, await readBy(who), await toldTo(who)] as const)
      return Promise.all(all)
    }
    await promiseAnew({})
    const without = await read()
    await promiseAnew({ excludedFirmIds: [excluded.organisationId] })
    const socket = await excluded.socket()
    await socket.ask('follow', { topics: [`need:${pledged.need.id}`] })
    await promiseAnew({ excludedFirmIds: [excluded.organisationId] })
    const withIt = await read()
    expect(withIt).toEqual(without)
    expect(withIt[0]![1].map((answer) => answer.slice(0, 3))).toEqual(Array(9).fill('200'))
    expect(JSON.stringify(socket.all('changed'))).not.toContain(excluding.organisationId)
    const letters = (await app.mails()).filter(({ to }) => to !== excluding.email)
    expect(JSON.stringify(letters)).not.toMatch(/excluded|écart/i)
  })
})
