import { testApp } from '../../support/app.ts'
import { aGroupWithOpenBallot, voteForFirst } from '../../support/builders/mission.ts'
import { getNeed } from '../../support/builders/need.ts'
import { ok } from '../../support/personas.ts'

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
})
