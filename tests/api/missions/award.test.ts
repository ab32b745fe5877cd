import { testApp } from '../../support/app.ts'
import { aGroupWithOpenBallot, getBallot, voteForFirst, type Voted } from '../../support/builders/mission.ts'
import { getNeed } from '../../support/builders/need.ts'
import { ok, restoreToGroup, suspendFromGroup, type Persona } from '../../support/personas.ts'

describe('the award of a need', () => {
  const app = testApp({ stripe: true })

  it('ends the need where the firms that are left cannot carry the chosen bid, rather than leave it in the vote', async () => {
    const voted = await aGroupWithOpenBallot(app, { firms: 3 })
    await voteForFirst(voted)
    const pledges = app.database.db().collection('pledges')
    await pledges.updateMany({ needId: voted.need.id, firmId: { $ne: voted.owners[0]!.organisationId } }, { $set: { state: 'released' } })
    ok(await voted.owners[0]!.post(`/ballots/${voted.ballot.id}/closing`))
    await app.drain()
    const need = await getNeed(voted.owners[0]!, voted.need.id)
    expect(need.state).toBe('expired')
    expect(need.missionId).toBeUndefined()
    expect(ok(await voted.bidders[0]!.get(`/bids/${voted.bids[0]!.id}`)).body.state).toBe('declined')
    expect(Object.keys(app.stripe!.control.dump().paymentIntents)).toEqual([])
    ok(await voted.owners[0]!.delete('/payment-method'))
  }, 120_000)
  describe('of which a firm is suspended from the group', () => {
    let voted: Voted
    let suspended: Persona
    const suspend = async (firm: Persona) => {
      await suspendFromGroup(voted, firm)
      await app.drain()
    }
    const priceAtVote = async () => (await getBallot(voted.owners[0]!, voted.ballot.id)).bids[0]!.totalMinor
    const pledgeOf = async ({ organisationId }: Persona) =>
      app.database.db().collection('pledges').findOne({ needId: voted.need.id, firmId: organisationId })

    beforeAll(async () => {
      voted = await aGroupWithOpenBallot(app, { firms: 4 })
      suspended = voted.owners[3]!
    }, 120_000)

    it('counts it neither in what is voted on nor in what is charged, unless it is restored before the closing', async () => {
      const before = await priceAtVote()
      await suspend(suspended)
      expect(await priceAtVote()).not.toEqual(before)
      await restoreToGroup(voted, suspended)
      await app.drain()
      expect(await priceAtVote()).toEqual(before)
      await suspend(suspended)
      await voteForFirst({ ...voted, owners: voted.owners.slice(0, 3) })
      ok(await voted.owners[0]!.post(`/ballots/${voted.ballot.id}/closing`))
      await app.drain()
      const { firms } = await getNeed(voted.owners[0]!, voted.need.id)
      expect(firms.map(({ firm }) => firm.id).sort()).toEqual(
        voted.owners
          .slice(0, 3)
          .map(({ organisationId }) => organisationId)
          .sort(),
      )
      expect(await pledgeOf(suspended)).toMatchObject({ state: 'released' })
      const charged = Object.values(app.stripe!.control.dump().paymentIntents)
      expect(charged).toHaveLength(3)
    }, 60_000)

    it('and leaves a mission that it is in as it is', async () => {
      await suspend(voted.owners[2]!)
      expect((await getNeed(voted.owners[0]!, voted.need.id)).firms).toHaveLength(3)
      expect(await pledgeOf(voted.owners[2]!)).toMatchObject({ state: 'converted' })
    })
  })
})
