import { account } from '@mutuo/shared/ledger/accounts.ts'
import { balancesOf, heldMinorOf, placesOf } from '@mutuo/shared/ledger/balance.ts'
import { post, type EntryDraft } from '@mutuo/shared/ledger/posting.ts'
import { dispute, refund, share, story, transfer } from './support/ledger-story.ts'

const lines = (draft: EntryDraft) => draft.lines.map((line) => [line.account, line.amountMinor])

describe('an entry', () => {
  it.each<[string, EntryDraft, [string, number][]]>([
    [
      'of a charge retains the money of its payer',
      story[0]!,
      [
        [account.stripePending, 40_001],
        ['L:held:share:bakery', -40_001],
      ],
    ],
    [
      "of Stripe's fee is at our expense",
      story[1]!,
      [
        [account.stripeFees, 625],
        [account.stripePending, -625],
      ],
    ],
    [
      'of available funds moves the charge less the fee',
      story[2]!,
      [
        [account.stripeAvailable, 39_376],
        [account.stripePending, -39_376],
      ],
    ],
    [
      'of an acceptance divides the part between freelancer, association, fee and VAT',
      story[3]!,
      [
        ['L:held:share:bakery', 20_000],
        ['L:payable:ines', -17_000],
        ['L:payable:union', -600],
        ['R:fee', -2_000],
        ['L:vat', -400],
      ],
    ],
    [
      'of a transfer pays what was owed',
      story[4]!,
      [
        ['L:payable:ines', 17_000],
        [account.stripeAvailable, -17_000],
      ],
    ],
    [
      'of a reversal is its opposite',
      post.transferReversed({ ...transfer, reversalId: 'trr_1' }),
      [
        [account.stripeAvailable, 17_000],
        ['L:payable:ines', -17_000],
      ],
    ],
    [
      'of a refund gives retained money back',
      story[5]!,
      [
        ['L:held:share:bakery', 20_001],
        [account.stripeAvailable, -20_001],
      ],
    ],
    [
      'of a failed refund takes it in again',
      post.refundFailed(refund),
      [
        [account.stripeAvailable, 20_001],
        ['L:held:share:bakery', -20_001],
      ],
    ],
    [
      'of a dispute takes the charge and a fee away',
      post.disputeOpened(dispute),
      [
        ['A:dispute:dp_1', 40_001],
        [account.stripeFees, 2_000],
        [account.stripeAvailable, -42_001],
      ],
    ],
    [
      'of a dispute that is won brings them back',
      post.disputeWon({ ...dispute, feeMinor: 0 }),
      [
        [account.stripeAvailable, 40_001],
        ['A:dispute:dp_1', -40_001],
      ],
    ],
    [
      'of a dispute that is lost takes retained money first and leaves a debt for the rest',
      post.disputeLost({ ...share, payerId: 'bakery', disputeId: 'dp_1', heldMinor: 20_001, releasedMinor: 20_000 }),
      [
        ['L:held:share:bakery', 20_001],
        ['A:recv:sme:bakery', 20_000],
        ['A:dispute:dp_1', -40_001],
      ],
    ],
    [
      'of a debt given up is a loss',
      post.writtenOff({ missionId: 'mission', firmId: 'bakery', writeOffId: 'w1', amountMinor: 20_000 }),
      [
        [account.losses, 20_000],
        ['A:recv:sme:bakery', -20_000],
      ],
    ],
    [
      'of a payout brings our fees to the bank',
      post.paidOut({ payoutId: 'po_1', amountMinor: 2_400 }),
      [
        [account.bank, 2_400],
        [account.stripeAvailable, -2_400],
      ],
    ],
  ])('%s', (_, draft, expected) => expect(lines(draft)).toEqual(expected))

  it('has a key that says once what was booked, and names what it is about', () => {
    expect(story.map((draft) => draft.key)).toEqual([
      'charge:ch_1',
      'stripe_fee:ch_1',
      'funds_available:ch_1',
      'acceptance:m1:share',
      'transfer:tr_1',
      'refund:re_1',
    ])
    expect(story[3]).toMatchObject({
      missionId: 'mission',
      refs: { shareId: 'share', milestoneId: 'm1', freelancerId: 'ines', associationId: 'union' },
    })
    expect(post.paidOut({ payoutId: 'po_1', amountMinor: 1 })).toMatchObject({ missionId: null, refs: { payoutId: 'po_1' } })
  })

  it('is refused when it moves nothing', () => expect(() => post.refunded({ ...refund, amountMinor: 0 })).toThrow(RangeError))

  it('is corrected by its opposite, never changed', () => {
    const correction = post.corrected(story[3]!, 'c1')
    expect(correction).toMatchObject({
      key: 'correction:c1',
      type: 'correction',
      missionId: 'mission',
      refs: { corrects: 'acceptance:m1:share' },
    })
    expect([...balancesOf([story[3]!, correction]).values()].every((balance) => balance === 0)).toBe(true)
    expect(placesOf([...story, correction])).toMatchObject({
      paidMinor: 40_001,
      retainedMinor: 20_000,
      platformFeeMinor: 0,
      commissionMinor: 0,
      payableMinor: -17_000,
    })
  })
})

describe('where the money is', () => {
  it('sums to what was paid', () => {
    expect(placesOf(story)).toEqual({
      paidMinor: 40_001,
      retainedMinor: 0,
      payableMinor: 0,
      transferredMinor: 17_000,
      platformFeeMinor: 2_400,
      commissionMinor: 600,
      refundedMinor: 20_001,
      disputedMinor: 0,
    })
    expect(placesOf(story.slice(0, 4))).toMatchObject({ retainedMinor: 20_001, payableMinor: 17_000, transferredMinor: 0 })
    expect(heldMinorOf(story.slice(0, 4), 'share')).toBe(20_001)
  })

  it('is nothing before the first charge', () => expect(Object.values(placesOf([])).every((amount) => amount === 0)).toBe(true))
})
