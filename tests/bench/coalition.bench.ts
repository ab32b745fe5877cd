import { pricingOfBid } from '@mutuo/shared/bids/pricing.ts'
import { coalitionOf } from '@mutuo/shared/pledges/coalition.ts'
import { greatestFixpoint } from '@mutuo/shared/pledges/greatest-fixpoint.ts'
import type { Bench } from './run-bench.ts'
import { crowdOfFirms } from './crowd-of-firms.ts'

const goalMs = 20
const offerOf = (totalMinor: number) => ({
  pricing: pricingOfBid({ tiers: [{ minFirms: 1, commonMinor: totalMinor, perFirmMinor: 0 }] }),
  startsOn: '2027-01-05',
  proofs: ['liability_insurance'],
})
const cases = [
  { name: 'nobody in', totalMinor: 9_000_000, mostAsked: 220 },
  { name: 'most in', totalMinor: 6_000_000, mostAsked: 150 },
  { name: 'nearly all in', totalMinor: 5_000_000, mostAsked: 120 },
]

/** 200 firms with 3 conditions each: at most 20 ms of processor time. The peer takes the bare fixpoint of the same firms, without exclusions and without explaining anything. */
export const bench: Bench = {
  name: 'coalition',
  cases: cases.map(({ name, totalMinor, mostAsked }) => {
    const [offer, firms] = [offerOf(totalMinor), crowdOfFirms(mostAsked)]
    return { name: `200 firms, ${name}`, run: () => coalitionOf(offer, firms).members.length, goalMs }
  }),
  peer: {
    name: 'the bare fixpoint, most in',
    run: () => greatestFixpoint(offerOf(6_000_000).pricing, crowdOfFirms(150)).length,
  },
}
