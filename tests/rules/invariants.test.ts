import fc from 'fast-check'
import { account } from '@mutuo/shared/ledger/accounts.ts'
import * as invariants from '@mutuo/shared/ledger/invariants.ts'
import { post, type EntryDraft } from '@mutuo/shared/ledger/posting.ts'
import { refund, story } from './support/ledger-story.ts'

const found = (check: invariants.Check) => check.violations

describe('the invariants of the books', () => {
  it('hold after the story', () => {
    const checks = [
      invariants.entriesBalance(story),
      invariants.heldNeverNegative(story),
      invariants.sharesMatchLedger([{ shareId: 'share', paidMinor: 20_000, releasedMinor: 20_000 }], story),
      invariants.missionsBalance(story),
      invariants.bookedOnce(story),
      invariants.releasesWereAccepted(
        [
          { milestoneId: 'm1', shareId: 'share', isAccepted: true },
          { milestoneId: 'm2', shareId: 'share', isAccepted: false },
        ],
        story,
      ),
      invariants.stripeAgrees(story, { balanceMinor: 40_001 - 625 - 17_000 - 20_001, untoldMinor: 0 }),
      invariants.transfersInsideCharges(
        [{ chargeId: 'ch_1', amountMinor: 40_001, refundedMinor: 20_001, disputedMinor: 0 }],
        [{ transferId: 'tr_1', sourceChargeId: 'ch_1', milestoneId: 'm1', amountMinor: 17_000, reversedMinor: 0 }],
      ),
      invariants.nothingTwice([{ slot: 'share', id: 'pi_1' }]),
    ]
    expect(checks.flatMap(found)).toEqual([])
    expect(checks.map((check) => check.checked)).toEqual([6, 1, 1, 1, 6, 2, 1, 1, 1])
  })

  it('hold while Stripe has not booked a charge, and while it has not told the fee of one', () => {
    expect(found(invariants.stripeAgrees(story, { balanceMinor: 0, untoldMinor: 2_375 }))).toEqual([])
    expect(found(invariants.stripeAgrees(story, { balanceMinor: 2_375 - 40, untoldMinor: 1_000 }))).toEqual([])
  })

  it.each([
    [
      'an entry that does not sum to zero',
      () =>
        invariants.entriesBalance([
          {
            ...story[0]!,
            lines: [
              { account: 'x', amountMinor: 1 },
              { account: 'y', amountMinor: 0 },
            ],
          },
        ]),
      'charge:ch_1 sums to 1',
    ],
    [
      'an entry of one line',
      () => invariants.entriesBalance([{ ...story[0]!, lines: [{ account: 'x', amountMinor: 0 }] }]),
      'charge:ch_1 has 1 line(s)',
    ],
    [
      'half a cent',
      () =>
        invariants.entriesBalance([
          {
            ...story[0]!,
            lines: [
              { account: 'x', amountMinor: 0.5 },
              { account: 'y', amountMinor: -0.5 },
            ],
          },
        ]),
      'charge:ch_1 has a line that is not whole cents',
    ],
    [
      'more given out than retained',
      () => invariants.heldNeverNegative([...story, post.refunded({ ...refund, refundId: 're_2' })]),
      'L:held:share:bakery is overdrawn by 20001',
    ],
    [
      'a share that says something else',
      () => invariants.sharesMatchLedger([{ shareId: 'share', paidMinor: 40_001, releasedMinor: 20_000 }], story),
      'share share says 40001 paid, the ledger 20000',
    ],
    [
      'a part released by word only',
      () => invariants.sharesMatchLedger([{ shareId: 'share', paidMinor: 20_000, releasedMinor: 40_000 }], story),
      'share share released 40000, the ledger 20000',
    ],
    [
      'money that left without a reason',
      () =>
        invariants.missionsBalance([
          story[0]!,
          {
            ...post.writtenOff({ missionId: 'mission', firmId: 'f', writeOffId: 'w', amountMinor: 5 }),
            lines: [
              { account: 'L:held:share:bakery', amountMinor: 5 },
              { account: account.bank, amountMinor: -5 },
            ],
          },
        ]),
      'mission mission took in 40001 and accounts for 39996',
    ],
    ['one thing booked twice', () => invariants.bookedOnce([story[0]!, story[0]!]), 'charge:ch_1 was booked 2 times'],
    [
      'a release without acceptance',
      () => invariants.releasesWereAccepted([{ milestoneId: 'm1', shareId: 'share', isAccepted: false }], story),
      'the part of share share in milestone m1 is booked and was not accepted',
    ],
    [
      'an acceptance without release',
      () => invariants.releasesWereAccepted([{ milestoneId: 'm2', shareId: 'share', isAccepted: true }], story),
      'the part of share share in milestone m2 was accepted and is not booked',
    ],
    [
      'a balance that Stripe does not have',
      () => invariants.stripeAgrees(story, { balanceMinor: 0, untoldMinor: 0 }),
      'Stripe holds 0, the ledger says 2375',
    ],
    [
      'one that lacks more than the charges whose fee is not told yet',
      () => invariants.stripeAgrees(story, { balanceMinor: 0, untoldMinor: 2_374 }),
      'Stripe holds 0, the ledger says 2375',
    ],
    [
      'one with more than the ledger knows of, whatever is not told yet',
      () => invariants.stripeAgrees(story, { balanceMinor: 2_376, untoldMinor: 2_375 }),
      'Stripe holds 2376, the ledger says 2375',
    ],
    [
      'transfers beyond their charge',
      () =>
        invariants.transfersInsideCharges(
          [{ chargeId: 'c', amountMinor: 100, refundedMinor: 40, disputedMinor: 10 }],
          [{ transferId: 't', sourceChargeId: 'c', milestoneId: 'm', amountMinor: 60, reversedMinor: 9 }],
        ),
      'charge c fed transfers of 51, it holds 50',
    ],
    [
      'two live payments for a share',
      () =>
        invariants.nothingTwice([
          { slot: 'share s', id: 'pi_1' },
          { slot: 'share s', id: 'pi_2' },
        ]),
      'share s has pi_1, pi_2',
    ],
    [
      'money retained for too long',
      () =>
        invariants.nothingHeldTooLong([{ shareId: 'share', chargedAt: new Date('2027-01-01') }], story.slice(0, 3), new Date('2027-03-28')),
      'share share has 40001 retained for 86 days',
    ],
    [
      'shares that miss the price',
      () =>
        invariants.tablesAddUp([
          {
            missionId: 'm',
            totalMinor: 3,
            shares: [{ shareId: 's', netMinor: 2 }],
            milestones: [{ id: 'j', netMinor: 2, cells: [{ shareId: 's', netMinor: 2 }] }],
          },
        ]),
      'the shares of m miss its price',
    ],
    [
      'cells that miss their share',
      () =>
        invariants.tablesAddUp([
          {
            missionId: 'm',
            totalMinor: 2,
            shares: [{ shareId: 's', netMinor: 2 }],
            milestones: [{ id: 'j', netMinor: 2, cells: [{ shareId: 's', netMinor: 1 }] }],
          },
        ]),
      'the cells of share s miss it',
    ],
    [
      'cells that miss their milestone',
      () =>
        invariants.tablesAddUp([
          {
            missionId: 'm',
            totalMinor: 2,
            shares: [{ shareId: 's', netMinor: 2 }],
            milestones: [{ id: 'j', netMinor: 1, cells: [{ shareId: 's', netMinor: 2 }] }],
          },
        ]),
      'the cells of milestone j miss it',
    ],
    [
      'a VAT that the schematrons would let pass',
      () =>
        invariants.chargesAreTheirInvoices([
          { shareId: 's', grossMinor: 39_999, vatRateBp: 2000, cells: [{ netMinor: 33_333, vatMinor: 6_666, grossMinor: 39_999 }] },
        ]),
      'an invoice of share s has a wrong VAT or gross',
    ],
    [
      'a charge that is not its invoices',
      () =>
        invariants.chargesAreTheirInvoices([
          { shareId: 's', grossMinor: 40_001, vatRateBp: 2000, cells: [{ netMinor: 33_333, vatMinor: 6_667, grossMinor: 40_000 }] },
        ]),
      'share s is charged 40001 for invoices of 40000',
    ],
  ])('find %s', (_, run, violation) => expect(found(run())).toEqual([violation]))

  it('are content with money held within its time, and with none held after it', () => {
    const charges = [{ shareId: 'share', chargedAt: new Date('2027-01-01') }]
    expect(found(invariants.nothingHeldTooLong(charges, story.slice(0, 3), new Date('2027-03-27')))).toEqual([])
    expect(found(invariants.nothingHeldTooLong(charges, story, new Date('2028-01-01')))).toEqual([])
  })

  it('hold for any sequence of charges, acceptances, transfers, refunds and lost disputes', () => {
    const parts = fc.array(
      fc.tuple(fc.integer({ min: 10, max: 9_000 }), fc.constantFrom('keep', 'accept', 'transfer', 'reverse', 'refund', 'lose')),
      { minLength: 1, maxLength: 8 },
    )
    fc.assert(
      fc.property(fc.array(parts, { minLength: 1, maxLength: 4 }), (shares) => {
        const entries = shares.flatMap((list, s) => {
          const ids = { missionId: `mission-${s % 2}`, shareId: `s${s}` }
          const total = list.reduce((sum, [amount]) => sum + amount, 0)
          const moves = list.flatMap(([amountMinor, fate], m): EntryDraft[] => {
            const id = `${s}-${m}`
            const of = { ...ids, payerId: 'f', chargeId: `ch-${s}`, milestoneId: id, amountMinor }
            const small = { netMinor: 3, vatMinor: 1, grossMinor: 4 }
            const accepted = post.partAccepted({
              ...ids,
              milestoneId: id,
              paidBy: [{ payerId: 'f', amountMinor }],
              freelancerId: 'ines',
              associationId: 'union',
              fee: small,
              commission: small,
            })
            const sent = { ...of, payeeId: 'ines', payee: 'freelancer' as const, transferId: id, amountMinor: amountMinor - 8 }
            if (fate === 'refund') return [post.refunded({ ...of, refundId: id })]
            if (fate === 'lose')
              return [
                post.disputeOpened({ ...of, disputeId: id, feeMinor: 20 }),
                post.disputeLost({ ...of, disputeId: id, heldMinor: amountMinor, releasedMinor: 0 }),
              ]
            if (fate === 'keep') return []
            return [
              accepted,
              ...(fate === 'accept' ? [] : [post.transferred(sent)]),
              ...(fate === 'reverse' ? [post.transferReversed({ ...sent, reversalId: id })] : []),
            ]
          })
          return [post.chargeReceived({ ...ids, payerId: 'f', chargeId: `ch-${s}`, amountMinor: total }), ...moves]
        })
        return [
          invariants.entriesBalance(entries),
          invariants.heldNeverNegative(entries),
          invariants.missionsBalance(entries),
          invariants.bookedOnce(entries),
        ].every((check) => check.violations.length === 0)
      }),
      { numRuns: 2_000 },
    )
  })
})
