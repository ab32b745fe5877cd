import type { BallotOutcome } from '@mutuo/shared/ballots/ballot.schema.ts'
import type { BidComparison, BidView } from '@mutuo/shared/bids/bid.schema.ts'
import { v7 as newId } from 'uuid'
import { testApp } from '../support/app.ts'
import { giveProxy, paperOf, type Vote } from '../support/builders/ballot.ts'
import { aSubmittedBid } from '../support/builders/bid.ts'
import { getBallot } from '../support/builders/mission.ts'
import { aNeedInput, aReadyPledge, dayIn, getNeed } from '../support/builders/need.ts'
import { aGroupWithMembers, freelancers, ok, type Group, type Persona } from '../support/personas.ts'
import { printTable } from '../support/print-ledger.ts'
import { skippingDays } from '../support/skip-days.ts'

const caps = [300_000, 50_000, 50_000, 50_000, 50_000]

describe('bids under seal, a counter-offer, and a ranked vote that needs a second round', () => {
  const app = testApp()
  let group: Group
  let bidders: Persona[]
  let needId: string
  let bids: BidView[]
  let vote: Vote

  const skipDays = skippingDays(app)
  const compare = async (who: Persona) => ok(await who.get(`/needs/${needId}/bids`)).body as BidComparison
  const rank = (...places: number[]) => paperOf(vote, ...places)
  const cast = async (voter: Persona, ...places: number[]) => void ok(await voter.post(`/ballots/${vote.ballot.id}/votes`, rank(...places)))
  const close = async () => {
    ok(await group.owners[0]!.post(`/ballots/${vote.ballot.id}/closing`))
    await app.drain()
  }
  const printOutcome = (title: string, { bids: lines, duels }: BallotOutcome): void => {
    const nameOf = (id: string) => lines.find(({ bidId }) => bidId === id)?.freelancer.name
    printTable(
      title,
      lines.map(({ freelancer, result, acceptedHeads, acceptedEuros, passesHeads, passesEuros, isChosen }) => ({
        offre: freelancer.name,
        duels: result,
        entreprises: acceptedHeads,
        euros: `${acceptedEuros.fromPercent} à ${acceptedEuros.toPercent} %`,
        'par tête': passesHeads,
        'par euros': passesEuros,
        choisie: isChosen,
      })),
    )
    printTable(
      'Duels',
      duels.map(({ bidId, overBidId, heads, against }) => ({
        devant: nameOf(bidId),
        derrière: nameOf(overBidId),
        pour: heads,
        contre: against,
      })),
    )
  }

  beforeAll(async () => {
    const rules = { proxiesPerHolder: 2, secondRoundDays: 5 }
    ;[group, bidders] = await Promise.all([aGroupWithMembers(app, 5, { rules }), freelancers(app, 3)])
    const [leader] = group.owners
    const { id } = ok(
      await leader!.post('/needs', aNeedInput(group.id, { rules: { bidsSealed: true, negotiationDays: 3, ballotMethod: 'ranked' } })),
    ).body as { id: string }
    const need = ok(await leader!.post(`/needs/${id}/publication`)).body as Parameters<typeof aSubmittedBid>[1]
    needId = id
    for (const [at, owner] of group.owners.entries()) await aReadyPledge(owner, needId, { capMinor: caps[at]! })
    bids = [
      await aSubmittedBid(bidders[0]!, need),
      await aSubmittedBid(bidders[1]!, need, {
        tiers: [{ minFirms: 2, commonMinor: 140_000, perFirmMinor: 12_000 }],
        deliversOn: dayIn(120),
      }),
      await aSubmittedBid(bidders[2]!, need, { tiers: [{ minFirms: 2, commonMinor: 150_000, perFirmMinor: 14_000 }] }),
    ]
    await app.drain()
  }, 120_000)

  it('nobody reads a price before bids close, and nobody asks for another', async () => {
    const leader = group.owners[0]!
    const before = await compare(leader)
    expect(before).toMatchObject({ areSealed: true, needState: 'gathering' })
    expect(before.items.every((item) => item.content === undefined)).toBe(true)
    expect(
      (await leader.post(`/bids/${bids[1]!.id}/counter-offers`, { id: newId(), message: 'Plus tôt ?', deliversOn: dayIn(100) })).body,
    ).toMatchObject({
      code: 'BIDS_SEALED',
    })
    await skipDays(10)
    expect((await compare(leader)).areSealed).toBe(true)
  })

  it('then all of them open together, bidding is over, and the group has three days to ask for other terms', async () => {
    await skipDays(5)
    const leader = group.owners[0]!
    const opened = await compare(leader)
    expect(opened).toMatchObject({ areSealed: false, needState: 'negotiating' })
    printTable(
      'Offres ouvertes',
      opened.items.map(({ freelancer, content }) => ({
        offre: freelancer.name,
        livraison: content?.deliversOn,
        paliers: content?.tiers.length,
      })),
    )
    const late = await bidders[0]!.patch(`/bids/${bids[0]!.id}`, { version: bids[0]!.version, ...contentOf(bids[0]!) })
    expect(late.body).toMatchObject({ code: 'BIDS_CLOSED' })
    const message = 'Même prix, livraison un mois plus tôt ?'
    ok(await leader.post(`/bids/${bids[1]!.id}/counter-offers`, { id: newId(), message, deliversOn: dayIn(90) }))
    await app.drain()
    const told = ok(await bidders[1]!.get('/notifications')).body.items as { text: string }[]
    const lastDay = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', day: 'numeric', month: 'long' })
    expect(told.map(({ text }) => text)).toContainEqual(expect.stringContaining(lastDay.format(new Date(opened.voteOpensAt))))
    const { counterOffer } = ok(await bidders[1]!.get(`/bids/${bids[1]!.id}`)).body as BidView
    ok(await bidders[1]!.post(`/counter-offers/${counterOffer!.id}/acceptance`, { version: counterOffer!.version }))
    await app.drain()
    const agreed = (await compare(leader)).items.find(({ id }) => id === bids[1]!.id)
    expect(agreed?.content?.deliversOn).toBe(dayIn(90))
  })

  it('the vote opens by itself; the first round passes by heads and fails by euros', async () => {
    await skipDays(3)
    const [leader, second, third, fourth, fifth] = group.owners
    const need = await getNeed(leader!, needId)
    expect(need.state).toBe('voting')
    const ballot = await getBallot(leader!, need.ballotId ?? '')
    vote = { ...group, need, pledges: [], bidders, bids, ballot, voters: group.owners }
    ok(await giveProxy(fourth!, second!, vote))
    ok(await giveProxy(fifth!, second!, vote))
    await cast(leader!, 0, 0, 0)
    await cast(second!, 2, 1, 0)
    await cast(third!, 2, 1, 0)
    for (const { id } of (await getBallot(second!, ballot.id)).proxies)
      ok(await second!.post(`/ballots/${ballot.id}/proxies/${id}/votes`, rank(2, 1, 0)))
    await close()
    const again = await getBallot(leader!, ballot.id)
    expect(again).toMatchObject({ state: 'open', round: 2 })
    expect(again.firstRound).toMatchObject({ verdict: 'none' })
    printOutcome('Premier tour', again.firstRound!)
    expect(again.firstRound!.bids.filter(({ passesHeads, passesEuros }) => passesHeads && !passesEuros)).toHaveLength(2)
  })

  it('the second round, between the two best, chooses the one whose terms were agreed', async () => {
    const [leader, second, third] = group.owners
    vote = { ...vote, ballot: await getBallot(leader!, vote.ballot.id) }
    const shown = new Set(vote.ballot.bids.map(({ bidId }) => bidId))
    vote = { ...vote, bids: bids.filter(({ id }) => shown.has(id)) }
    expect(vote.bids).toHaveLength(2)
    await cast(leader!, 2, 1)
    await cast(second!, 2, 1)
    await cast(third!, 2, 1)
    for (const { id } of (await getBallot(second!, vote.ballot.id)).proxies)
      ok(await second!.post(`/ballots/${vote.ballot.id}/proxies/${id}/votes`, rank(2, 1)))
    await close()
    const { state, outcome } = await getBallot(leader!, vote.ballot.id)
    printOutcome('Second tour', outcome!)
    expect([state, outcome!.verdict, outcome!.chosenBidId]).toEqual(['closed', 'chosen', bids[1]!.id])
    expect((await getNeed(leader!, needId)).state).toBe('awarded')
  })
})

const contentOf = ({ content }: BidView) => content!
