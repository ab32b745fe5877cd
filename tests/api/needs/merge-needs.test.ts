import { setClock, systemClock } from '@mutuo/server/platform/clock.ts'
import type { MergeView } from '@mutuo/shared/needs/merge.schema.ts'
import type { PledgeView } from '@mutuo/shared/pledges/pledge.schema.ts'
import { v7 as newId } from 'uuid'
import { testApp } from '../../support/app.ts'
import { aSubmittedBid } from '../../support/builders/bid.ts'
import { aDraftPledge, anOpenNeed, aReadyPledge, getNeed, inDays } from '../../support/builders/need.ts'
import { aFreelancer, aGroupWithMembers, ok, type Group, type Persona } from '../../support/personas.ts'

describe('two needs that become one', () => {
  const app = testApp()
  let group: Group
  let firms: Persona[]
  beforeAll(async () => {
    group = await aGroupWithMembers(app, 6)
    firms = group.owners
  }, 60_000)
  afterEach(() => setClock(systemClock))

  const propose = (client: Persona, needId: string, otherNeedId: string, said: object = {}) =>
    client.post(`/needs/${needId}/merges`, { id: newId(), otherNeedId, keeps: 'mine', answersBy: inDays(5), ...said })
  const agree = ({ id, version }: MergeView, client: Persona) => client.post(`/merges/${id}/agreement`, { version })
  const answer = ({ id }: MergeView, client: Persona, accepts: boolean) => client.post(`/merges/${id}/answers`, { accepts })
  const mergeOf = async (client: Pick<Persona, 'get'>, needId: string) =>
    ok(await client.get(`/needs/${needId}/merge`)).body as { merge?: MergeView; mergedInto?: { id: string } }
  const pledgeOf = async (client: Persona, { id }: PledgeView) => ok(await client.get(`/pledges/${id}`)).body as PledgeView
  const kindsOf = async (client: Persona) =>
    (ok(await client.get('/notifications?limit=100')).body as { items: { kind: string }[] }).items.map(({ kind }) => kind)
  const refusal = (code: string, status = 409) => ({ status, body: { code } })

  /** The first firm leads the kept need with a pledge; the second the other one, in which the third to sixth are. */
  const twoNeeds = async () => {
    const [kept, absorbed] = [await anOpenNeed(firms[0]!, group.id), await anOpenNeed(firms[1]!, group.id, { title: 'La même chose' })]
    await aReadyPledge(firms[0]!, kept.id)
    const conditions = { minFirms: 2 }
    const pledges = [
      await aReadyPledge(firms[1]!, absorbed.id),
      await aReadyPledge(firms[2]!, absorbed.id, { capMinor: 87_000, conditions }),
      await aDraftPledge(firms[3]!, absorbed.id),
    ]
    return { kept, absorbed, pledges }
  }
  const agreed = async () => {
    const needs = await twoNeeds()
    const proposed = ok(await propose(firms[0]!, needs.kept.id, needs.absorbed.id)).body as MergeView
    return { ...needs, merge: ok(await agree(proposed, firms[1]!)).body as MergeView }
  }

  it('move each pledge whose firm says yes, with its cap, conditions and card, once everybody has answered', async () => {
    const { kept, absorbed, pledges, merge } = await agreed()
    expect(merge).toMatchObject({ state: 'agreed', answers: { firms: 3, accepted: 1, refused: 0 } })
    expect((await mergeOf(firms[2]!, absorbed.id)).merge).toMatchObject({
      myAnswer: 'waiting',
      abilities: [{ move: 'answer', allowed: true }],
    })
    ok(await answer(merge, firms[3]!, false))
    expect((await getNeed(firms[2]!, absorbed.id)).state).toBe('gathering')
    expect(ok(await answer(merge, firms[2]!, true)).body.state).toBe('merged')
    await app.drain()
    expect(await pledgeOf(firms[2]!, pledges[1]!)).toMatchObject({
      needId: kept.id,
      state: 'ready',
      capMinor: 87_000,
      conditions: { minFirms: 2 },
    })
    expect(await pledgeOf(firms[3]!, pledges[2]!)).toMatchObject({ needId: absorbed.id, state: 'released' })
    expect(await getNeed(firms[0]!, kept.id)).toMatchObject({ state: 'gathering', funding: { firms: 3, isMinimumReached: true } })
    expect(await getNeed(firms[0]!, absorbed.id)).toMatchObject({ state: 'cancelled', funding: { firms: 0 } })
    expect((await mergeOf(app.client(), absorbed.id)).mergedInto?.id).toBe(kept.id)
    expect(await kindsOf(firms[2]!)).toEqual(expect.arrayContaining(['merge.done', 'merge.to_answer']))
    expect(await kindsOf(firms[3]!)).toContain('pledge.released')
    expect(await answer(merge, firms[2]!, false)).toMatchObject(refusal('NOT_IN_ABSORBED_NEED', 403))
  })

  it('free who has not answered when the date is there, and keep the pledge of who is in both', async () => {
    const { kept, absorbed, pledges, merge } = await agreed()
    const twice = await aReadyPledge(firms[2]!, kept.id, { capMinor: 88_000 })
    ok(await answer(merge, firms[2]!, true))
    const later = new Date(Date.now() + 5.01 * 86_400_000)
    setClock(() => later)
    expect(await answer(merge, firms[3]!, true)).toMatchObject(refusal('DEADLINE_PAST', 422))
    await Promise.all([app.jobs(later), app.jobs(later)])
    expect(await pledgeOf(firms[2]!, twice)).toMatchObject({ needId: kept.id, state: 'ready', capMinor: 88_000 })
    for (const [at, pledge] of [pledges[1]!, pledges[2]!].entries()) expect((await pledgeOf(firms[at + 2]!, pledge)).state).toBe('released')
    expect((await getNeed(firms[0]!, kept.id)).funding.firms).toBe(3)
    expect((await getNeed(firms[0]!, absorbed.id)).state).toBe('cancelled')
  })

  it('stay two where the other leader declines, the proposer thinks better of it, or a bid comes in between', async () => {
    const { kept, absorbed, pledges } = await twoNeeds()
    const first = ok(await propose(firms[0]!, kept.id, absorbed.id)).body as MergeView
    expect(await agree(first, firms[0]!)).toMatchObject(refusal('OTHER_LEADER_ONLY', 403))
    expect(await answer(first, firms[2]!, true)).toMatchObject(refusal('STALE_STATE'))
    expect(ok(await firms[1]!.post(`/merges/${first.id}/refusal`, { version: 1 })).body.state).toBe('declined')
    const second = ok(await propose(firms[1]!, absorbed.id, kept.id, { keeps: 'other' })).body as MergeView
    expect(second).toMatchObject({ kept: { id: kept.id }, absorbed: { id: absorbed.id } })
    expect(await firms[0]!.post(`/merges/${second.id}/withdrawal`, { version: 1 })).toMatchObject(refusal('PROPOSER_ONLY', 403))
    expect(ok(await firms[1]!.post(`/merges/${second.id}/withdrawal`, { version: 1 })).body.state).toBe('withdrawn')
    const third = ok(await propose(firms[0]!, kept.id, absorbed.id)).body as MergeView
    ok(await agree(third, firms[1]!))
    await aSubmittedBid(await aFreelancer(app), absorbed)
    await app.drain()
    expect((await mergeOf(firms[0]!, kept.id)).merge?.state).toBe('lapsed')
    expect(await pledgeOf(firms[2]!, pledges[1]!)).toMatchObject({ needId: absorbed.id, state: 'ready' })
    expect(await propose(firms[0]!, kept.id, absorbed.id)).toMatchObject(refusal('MERGE_AFTER_BIDS'))
  })

  it('are proposed by a leader’s owner, within a group, once, and with time to answer', async () => {
    const { kept, absorbed } = await twoNeeds()
    const elsewhere = await aGroupWithMembers(app, 1, { name: 'Ailleurs' })
    const theirs = await anOpenNeed(elsewhere.owners[0]!, elsewhere.id)
    expect(await propose(firms[2]!, kept.id, absorbed.id)).toMatchObject(refusal('LEADER_ONLY', 403))
    expect(await propose(firms[0]!, kept.id, theirs.id)).toMatchObject(refusal('MERGE_ACROSS_GROUPS', 422))
    expect(await propose(firms[0]!, kept.id, kept.id)).toMatchObject(refusal('MERGE_WITH_ITSELF', 422))
    expect(await propose(firms[0]!, kept.id, absorbed.id, { answersBy: inDays(8.99) })).toMatchObject(refusal('MERGE_DATE_TOO_LATE', 422))
    const input = { id: newId(), otherNeedId: absorbed.id, keeps: 'mine', answersBy: inDays(5) }
    const [first, again] = [
      await firms[0]!.post(`/needs/${kept.id}/merges`, input),
      await firms[0]!.post(`/needs/${kept.id}/merges`, input),
    ]
    expect(ok(again).body).toEqual(ok(first).body)
    expect(await propose(firms[1]!, absorbed.id, kept.id)).toMatchObject(refusal('MERGE_ALREADY_OPEN'))
  })

  it('of two proposals at the same moment only one is made, and of two last answers the merge is done once', async () => {
    const { kept, absorbed, pledges } = await twoNeeds()
    const both = await Promise.all([propose(firms[0]!, kept.id, absorbed.id), propose(firms[1]!, absorbed.id, kept.id, { keeps: 'other' })])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    const merge = both.find(({ status }) => status === 201)!.body as MergeView
    ok(await agree(merge, merge.proposedBy.id === firms[0]!.organisationId ? firms[1]! : firms[0]!))
    const answers = await Promise.all([answer(merge, firms[2]!, true), answer(merge, firms[3]!, true)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    await app.drain()
    for (const [at, pledge] of pledges.entries()) expect((await pledgeOf(firms[at + 1]!, pledge)).needId).toBe(kept.id)
    expect((await getNeed(firms[0]!, absorbed.id)).history.filter(({ event }) => event === 'need.merged')).toHaveLength(1)
  })

  it('ask a firm to raise a cap that the kept need cannot honour, before it says yes', async () => {
    const dear = await anOpenNeed(firms[0]!, group.id, {
      lots: [{ id: newId(), kind: 'own', title: 'Tout', description: '', targetMinor: 200_000 }],
    })
    const absorbed = await anOpenNeed(firms[1]!, group.id)
    await aDraftPledge(firms[2]!, absorbed.id)
    const merge = ok(await propose(firms[0]!, dear.id, absorbed.id)).body as MergeView
    ok(await agree(merge, firms[1]!))
    expect(await answer(merge, firms[2]!, true)).toMatchObject({
      status: 422,
      body: { code: 'CAP_BELOW_MINIMUM', params: { minimumMinor: 200_000 } },
    })
    expect(JSON.stringify((await mergeOf(firms[4]!, dear.id)).merge)).not.toContain('Minor')
  })
})
