import type { PledgePreview } from '@mutuo/shared/pledges/pledge.schema.ts'
import { testApp } from '../../support/app.ts'
import { aNeedWithPledges, aPledgedNeed, aPledgeInput, getNeed, type PledgedNeed, type PledgeInput } from '../../support/builders/need.ts'
import { aSubmittedBid } from '../../support/builders/bid.ts'
import { aFreelancer, ok, type Persona } from '../../support/personas.ts'

describe('asking what a pledge would do', () => {
  const app = testApp()
  let pledged: PledgedNeed
  let guest: Persona

  const preview = async (who: Persona, said: Partial<PledgeInput> = {}): Promise<PledgePreview> => {
    const { id: _, ...promise } = aPledgeInput(said)
    return ok(await who.post(`/needs/${pledged.need.id}/pledge-preview`, promise)).body as PledgePreview
  }

  beforeAll(async () => {
    pledged = await aNeedWithPledges(app, 5)
    guest = pledged.owners[5]!
  }, 60_000)

  it('tells what the firm would pay, how far it is from its cap, and the most it can ever pay', async () => {
    expect(await preview(guest)).toEqual({
      estimatedShareMinor: 45_000,
      estimatedFirms: 6,
      marginMinor: 45_000,
      atMostGrossMinor: 108_000,
      atMostVatMinor: 18_000,
      comesInNow: true,
      firmsIn: 6,
      firmsJoined: 6,
      unblockedBy: [],
      points: [
        { firms: 6, myShareMinor: 45_000, comesIn: true, isNow: true },
        // 60 000 c in seven: the odd cent goes to one firm or another.
        { firms: 7, myShareMinor: expect.closeTo(40_714, -0.5), comesIn: true, isNow: false },
        { firms: 8, myShareMinor: 37_500, comesIn: true, isNow: false },
        { firms: 9, myShareMinor: 35_000, comesIn: true, isNow: false },
      ],
    })
  })

  it('tells what would let it in', async () => {
    const waiting = await preview(guest, { conditions: { minFirms: 7, maxShareMinor: 42_000 } })
    expect(waiting).toMatchObject({ comesInNow: false, firmsIn: 5, firmsJoined: 6, estimatedFirms: 7 })
    expect(waiting.unblockedBy).toContainEqual({ code: 'FIRMS_MISSING', firms: 1 })
    expect(waiting.points.map((point) => point.comesIn)).toEqual([false, true, true, true])
  })

  it('changes nothing, for nobody', async () => {
    const before = await getNeed(guest, pledged.need.id)
    await preview(guest, { conditions: { minFirms: 7 } })
    await preview(pledged.owners[0]!, { capMinor: 300_000 })
    await app.drain()
    expect(await getNeed(guest, pledged.need.id)).toEqual(before)
    expect(await app.database.db().collection('pledges').countDocuments({ needId: pledged.need.id })).toBe(5)
  })

  it('asks in the place of the pledge that the firm has already made', async () => {
    expect(await preview(pledged.owners[0]!)).toMatchObject({ firmsJoined: 5, estimatedFirms: 5, estimatedShareMinor: 51_000 })
  })

  it('follows the cheapest open bid, and not a sealed one', async () => {
    const freelancer = await aFreelancer(app)
    await aSubmittedBid(freelancer, pledged.need, { tiers: [{ minFirms: 2, commonMinor: 90_000, perFirmMinor: 10_000 }] })
    expect(await preview(guest)).toMatchObject({ estimatedShareMinor: 25_000 })
    expect((await getNeed(guest, pledged.need.id)).curve.basis).toBe('bid')
    expect((await guest.get(`/needs?groupId=${pledged.id}`)).body.items[0]).toMatchObject({
      bidCount: 1,
      myShareFirms: 6,
      myShareMinor: expect.closeTo(10_000 + 7_500 + 12_857, -0.5),
    })

    const sealed = await aPledgedNeed(pledged, 2, { rules: { bidsSealed: true } })
    await aSubmittedBid(freelancer, sealed.need, { tiers: [{ minFirms: 2, commonMinor: 90_000, perFirmMinor: 10_000 }] })
    expect((await getNeed(sealed.owners[0]!, sealed.need.id)).curve.basis).toBe('target')
  })
})
