import { bidContent, type BidContent, type Terms } from '@mutuo/shared/bids/bid.schema.ts'
import { changesBetween, withTerms } from '@mutuo/shared/bids/bid-change.rules.ts'
import { counterOfferProcess, openCounterOffers } from '@mutuo/shared/bids/counter-offer.process.ts'
import { checkMayPropose, MOST_COUNTER_OFFERS, proposedChanges } from '@mutuo/shared/bids/counter-offer.rules.ts'
import { answeredAnew, areQuestionsOpen, checkWaiting, MOST_REPHRASED, MOST_WAITING } from '@mutuo/shared/needs/question.rules.ts'
import { movesFrom } from '@mutuo/shared/process/process.ts'
import fc from 'fast-check'

const lot = '0192f0c0-0000-7000-8000-000000000001'
const content: BidContent = {
  tiers: [
    { minFirms: 2, commonMinor: 180_000, perFirmMinor: 15_000 },
    { minFirms: 5, commonMinor: 150_000, perFirmMinor: 12_000 },
  ],
  commonLots: [{ lotId: lot, partBp: 10_000 }],
  ownLots: [],
  milestones: [
    { id: '0192f0c0-0000-7000-8000-000000000002', lotId: lot, title: 'Audit', description: '', partOfLotBp: 4_000, dueOn: '2027-04-10' },
    { id: '0192f0c0-0000-7000-8000-000000000003', lotId: lot, title: 'Suivi', description: '', partOfLotBp: 6_000, dueOn: '2027-06-30' },
  ],
  startsOn: '2027-03-01',
  deliversOn: '2027-06-30',
  letter: 'Bonjour',
}

describe('a counter-offer', () => {
  it.each([
    ['proposed', ['accept', 'answer', 'decline'], ['withdraw']],
    ['answered', [], ['agree', 'withdraw']],
    ['accepted', [], []],
    ['declined', [], []],
    ['withdrawn', [], []],
    ['expired', [], []],
  ] as const)('that is %s leaves the freelancer %j and the group %j', (state, freelancer, leader) => {
    expect(movesFrom(counterOfferProcess, state, 'freelancer')).toEqual(freelancer)
    expect(movesFrom(counterOfferProcess, state, 'leader')).toEqual(leader)
    expect(movesFrom(counterOfferProcess, state, 'system')).toEqual(openCounterOffers.includes(state) ? ['expire'] : [])
  })

  it('is one at a time, and not without end', () => {
    expect(() => checkMayPropose([{ state: 'declined' }, { state: 'answered' }])).toThrow('COUNTER_OFFER_OPEN')
    const settled = Array.from({ length: MOST_COUNTER_OFFERS }, () => ({ state: 'declined' as const }))
    expect(() => checkMayPropose(settled)).toThrow('TOO_MANY_COUNTER_OFFERS')
    expect(() => checkMayPropose(settled.slice(1))).not.toThrow()
  })

  it.each([[{}], [{ deliversOn: '2027-06-30' }], [{ tiers: content.tiers, startsOn: '2027-03-01' }]] as Terms[][])(
    'that changes nothing is refused: %j',
    (terms) => {
      expect(() => proposedChanges(content, terms!)).toThrow('NOTHING_CHANGES')
    },
  )
})

describe('what a new version changes', () => {
  const same = { commonMinor: 150_000, perFirmMinor: 12_000 }
  it.each<[string, Terms, unknown[]]>([
    [
      'an earlier delivery, which draws the late deliverable with it',
      { deliversOn: '2027-05-28' },
      [
        { what: 'deliversOn', before: '2027-06-30', after: '2027-05-28' },
        {
          what: 'milestone',
          title: 'Suivi',
          before: { dueOn: '2027-06-30', partOfLotBp: 6_000 },
          after: { dueOn: '2027-05-28', partOfLotBp: 6_000 },
        },
      ],
    ],
    [
      'a later start',
      { startsOn: '2027-05-01' },
      [
        { what: 'startsOn', before: '2027-03-01', after: '2027-05-01' },
        {
          what: 'milestone',
          title: 'Audit',
          before: { dueOn: '2027-04-10', partOfLotBp: 4_000 },
          after: { dueOn: '2027-05-01', partOfLotBp: 4_000 },
        },
      ],
    ],
    [
      'a tier less and a price',
      { tiers: [{ minFirms: 2, commonMinor: 170_000, perFirmMinor: 15_000 }] },
      [
        {
          what: 'tier',
          minFirms: 2,
          before: { commonMinor: 180_000, perFirmMinor: 15_000 },
          after: { commonMinor: 170_000, perFirmMinor: 15_000 },
        },
        { what: 'tier', minFirms: 5, before: same, after: null },
      ],
    ],
    ['a condition', { condition: 'Atelier avant le 31 mars' }, [{ what: 'condition', before: null, after: 'Atelier avant le 31 mars' }]],
  ])('is said: %s', (_, terms, changes) => {
    expect(changesBetween(content, withTerms(content, terms))).toEqual(changes)
  })

  it('is said of what the author rewrites', () => {
    const [first, second] = content.milestones
    const rewritten = {
      ...content,
      letter: 'Autrement',
      commonLots: [{ lotId: lot, partBp: 9_000 }],
      milestones: [{ ...first!, title: 'Bilan' }],
    }
    expect(changesBetween(content, rewritten).map(({ what }) => what)).toEqual(['milestone', 'milestone', 'parts', 'letter'])
    expect(changesBetween(rewritten, content)).toContainEqual({
      what: 'milestone',
      title: 'Suivi',
      before: null,
      after: { dueOn: second!.dueOn, partOfLotBp: 6_000 },
    })
  })

  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2027-05-${String(n).padStart(2, '0')}`)
  const tier = fc.record({
    minFirms: fc.integer({ min: 1, max: 9 }),
    commonMinor: fc.integer({ min: 0, max: 999 }),
    perFirmMinor: fc.constant(0),
  })
  const terms = fc.record(
    { tiers: fc.array(tier, { minLength: 1, maxLength: 3 }), startsOn: day, deliversOn: day, condition: fc.constantFrom('a', 'b') },
    { requiredKeys: [] },
  )

  it('is nothing between twins, nothing more when agreed twice, and always a bid', () => {
    fc.assert(
      fc.property(terms, (said) => {
        const once = withTerms(content, said)
        fc.pre(once.startsOn <= once.deliversOn)
        expect(changesBetween(once, structuredClone(once))).toEqual([])
        expect(withTerms(once, said)).toEqual(once)
        expect(bidContent.safeParse(once).success).toBe(true)
      }),
    )
  })
})

describe('a question', () => {
  const need = (state: 'gathering' | 'bidding' | 'voting' | 'draft') => ({
    state,
    content: { bidsCloseAt: new Date('2027-02-01T17:00:00Z') },
  })
  it('may be asked until the bids close', () => {
    expect(
      (['draft', 'gathering', 'bidding', 'voting'] as const).filter((state) =>
        areQuestionsOpen(need(state), new Date('2027-02-01T17:00:00Z')),
      ),
    ).toEqual(['gathering', 'bidding'])
    expect(areQuestionsOpen(need('bidding'), new Date('2027-02-01T17:00:01Z'))).toBe(false)
  })

  it('waits its turn', () => {
    expect(() => checkWaiting(MOST_WAITING)).toThrow('TOO_MANY_QUESTIONS')
    expect(() => checkWaiting(MOST_WAITING - 1)).not.toThrow()
  })

  it('keeps every answer that it had, and no repeat', () => {
    const said = (text: string) => ({ text, at: new Date(0), by: 'leader' })
    const first = answeredAnew({ answer: null, earlierAnswers: [] }, said('Oui'))
    expect(answeredAnew(first, said('Oui'))).toEqual(first)
    const second = answeredAnew(first, said('Non'))
    expect(second).toEqual({ answer: said('Non'), earlierAnswers: [said('Oui')] })
    const often = { answer: said('x'), earlierAnswers: Array.from({ length: MOST_REPHRASED }, () => said('y')) }
    expect(() => answeredAnew(often, said('z'))).toThrow('ANSWER_SETTLED')
  })
})
