import { organisations } from '@mutuo/server/modules/organisations/index.ts'
import { transaction } from '@mutuo/server/platform/mongo/transaction.ts'
import type { BidView, prepareBidInput } from '@mutuo/shared/bids/bid.schema.ts'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { v7 as newId } from 'uuid'
import type { z } from 'zod'
import type { App } from '../app.ts'
import { freelancers, ok, type Persona } from '../personas.ts'
import { aNeedWithPledges, dayIn, type NeedInput, type PledgedNeed } from './need.ts'

export type BidInput = Omit<z.input<typeof prepareBidInput>, 'needId'>

/** The freelancer can be paid, as billing notes it once Stripe has said so. */
export const openPayout = ({ organisationId }: Persona): Promise<void> =>
  transaction((tx) => organisations.recordPayout(organisationId, { accountId: `acct_${organisationId.slice(-8)}`, status: 'active' }, tx))

/** Cheaper from 5 firms on; two thirds of the common amount for the first common lot; one milestone a lot. */
export const aBidInput = (need: NeedView, said: Partial<BidInput> = {}): BidInput => {
  const { lots } = need.content
  const common = lots.filter((lot) => lot.kind === 'common')
  const own = lots.filter((lot) => lot.kind === 'own')
  return {
    id: newId(),
    tiers: [
      { minFirms: 2, commonMinor: 180_000, perFirmMinor: 15_000 },
      { minFirms: 5, commonMinor: 150_000, perFirmMinor: 12_000 },
    ],
    commonLots: common.map((lot, i) => ({ lotId: lot.id, partBp: partOf(common.length, i) })),
    ownLots: own.map((lot, i) => ({ lotId: lot.id, partBp: partOf(own.length, i) })),
    milestones: lots.map((lot, i) => ({
      id: newId(),
      lotId: lot.id,
      title: `Jalon ${i + 1}`,
      description: '',
      partOfLotBp: 10_000,
      dueOn: dayIn(60 + i),
    })),
    startsOn: dayIn(45),
    deliversOn: dayIn(90),
    letter: 'Bonjour, voici comment je m’y prendrais.',
    ...said,
  }
}

const partOf = (count: number, at: number): number => {
  const each = Math.floor(10_000 / count)
  return at === 0 ? 10_000 - each * (count - 1) : each
}

export const aDraftBid = async (freelancer: Persona, need: NeedView, said: Partial<BidInput> = {}): Promise<BidView> =>
  ok(await freelancer.post(`/needs/${need.id}/bids`, aBidInput(need, said))).body as BidView

/** The whole way: prepares, can be paid, submits. */
export const aSubmittedBid = async (freelancer: Persona, need: NeedView, said: Partial<BidInput> = {}): Promise<BidView> => {
  const { id, version } = await aDraftBid(freelancer, need, said)
  await openPayout(freelancer)
  return ok(await freelancer.post(`/bids/${id}/submission`, { version })).body as BidView
}

export type NeedWithBids = PledgedNeed & { bidders: Persona[]; bids: BidView[] }

/** Two bids for a pledged need: the second costs 10 % less and is delivered later. */
export const twoBids = async (pledged: PledgedNeed, bidders: Persona[]): Promise<NeedWithBids> => {
  const bids = [
    await aSubmittedBid(bidders[0]!, pledged.need),
    await aSubmittedBid(bidders[1]!, pledged.need, {
      tiers: [{ minFirms: 2, commonMinor: 162_000, perFirmMinor: 13_500 }],
      deliversOn: dayIn(120),
    }),
  ]
  return { ...pledged, bidders, bids }
}

export const aNeedWithBids = async (app: App, pledges = 3, said: Partial<NeedInput> & { firms?: number } = {}): Promise<NeedWithBids> => {
  const [pledged, bidders] = await Promise.all([aNeedWithPledges(app, pledges, said), freelancers(app, 2)])
  const withBids = await twoBids(pledged, bidders)
  await app.drain()
  return withBids
}
