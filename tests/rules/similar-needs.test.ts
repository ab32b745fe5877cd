import fc from 'fast-check'
import { differencesOf, likenessOf, rankAlike, type Comparable } from '@mutuo/shared/needs/similarity.rules.ts'
import { isSameWord, stemOf, tellingWords } from '@mutuo/shared/text/telling-words.ts'

const SAINT_ETIENNE = ['commune:42218', 'epci:244200770', 'arrondissement:42-3', 'departement:42', 'region:84']
const VILLARS = ['commune:42330', ...SAINT_ETIENNE.slice(1)]
const ROANNE = ['commune:42187', 'epci:200035731', 'arrondissement:42-2', ...SAINT_ETIENNE.slice(3)]
const BAYEUX = ['commune:14047', 'epci:241400555', 'arrondissement:14-1', 'departement:14', 'region:28']

const sought: Comparable = {
  groupId: 'g1',
  title: 'Être trouvés en premier sur Google',
  skills: ['local-seo'],
  areas: SAINT_ETIENNE,
}
const other = (said: Partial<Comparable>): Comparable => ({
  groupId: 'g2',
  title: 'Autre chose',
  skills: ['photo'],
  areas: BAYEUX,
  ...said,
})

describe('how alike two needs are', () => {
  it.each([
    ['the same words and skill in the same group', { groupId: 'g1', title: 'Google : être trouvé le premier', skills: ['local-seo'], areas: SAINT_ETIENNE }, ['same_words', 'same_skills', 'same_group', 'same_commune'], true], // prettier-ignore
    ['the same skill in the same town', { skills: ['local-seo'], areas: SAINT_ETIENNE }, ['same_skills', 'same_commune'], true],
    ['the same skill in a town of the same metropolis', { skills: ['local-seo'], areas: VILLARS }, ['same_skills', 'near'], true],
    ['the same skill at the other end of the département', { skills: ['local-seo'], areas: ROANNE }, ['same_skills'], false],
    [
      'the same skill eight kilometres away, in another région',
      { skills: ['local-seo'], areas: BAYEUX, distanceKm: 8 },
      ['same_skills', 'near'],
      true,
    ],
    [
      'the same skill in the same metropolis, fifty-five kilometres away',
      { skills: ['local-seo'], areas: VILLARS, distanceKm: 55 },
      ['same_skills'],
      false,
    ],
    ['the same words, far away', { title: 'Trouvé sur Google' }, ['same_words'], true],
    ['another thing in the same group', { groupId: 'g1', areas: SAINT_ETIENNE }, ['same_group', 'same_commune'], false],
    ['nothing in common', {}, [], false],
  ] as const)('%s', (_, said, reasons, isShown) => {
    const candidate = other(said as Partial<Comparable>)
    expect(likenessOf(sought, candidate).reasons).toEqual(reasons)
    expect(rankAlike(sought, [{ ...candidate, id: 'n', closesAt: new Date(0) }], 5)).toHaveLength(isShown ? 1 : 0)
  })

  it('stays between 0 and 100, is the same both ways, and is highest for the need itself', () => {
    const skills = fc.uniqueArray(fc.constantFrom('local-seo', 'photo', 'web-site'), { minLength: 1, maxLength: 3 })
    const title = fc.array(fc.constantFrom('photos', 'vitrines', 'site', 'google', 'boutique', 'de'), { minLength: 2, maxLength: 5 })
    const need = fc.record({
      groupId: fc.constantFrom('g1', 'g2'),
      title: title.map((words) => words.join(' ')),
      skills,
      areas: fc.constantFrom(SAINT_ETIENNE, VILLARS, ROANNE, BAYEUX),
    })
    fc.assert(
      fc.property(need, need, (one, two) => {
        const { score } = likenessOf(one, two)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(100)
        expect(likenessOf(two, one).score).toBe(score)
        expect(likenessOf(one, one).score).toBeGreaterThanOrEqual(score)
      }),
    )
  })

  it('shows the most alike first, in one order whatever the order of the question, and no more than asked', () => {
    const at = (day: number) => new Date(Date.UTC(2027, 0, day))
    const found = [
      { ...other({ skills: ['local-seo'], areas: VILLARS }), id: 'far', closesAt: at(1) },
      { ...other({ skills: ['local-seo'], areas: SAINT_ETIENNE }), id: 'late', closesAt: at(9) },
      { ...other({ skills: ['local-seo'], areas: SAINT_ETIENNE }), id: 'soon', closesAt: at(2) },
      { ...other({ title: sought.title, skills: ['local-seo'], groupId: 'g1' }), id: 'same', closesAt: at(20) },
    ]
    fc.assert(
      fc.property(fc.shuffledSubarray(found, { minLength: 4, maxLength: 4 }), (shuffled) => {
        expect(rankAlike(sought, shuffled, 3).map(({ need }) => need.id)).toEqual(['same', 'soon', 'late'])
      }),
    )
  })
})

describe('the words of a title', () => {
  it.each([
    ['boutique', 'boutiques', true],
    ['trouver', 'trouves', true],
    ['marche', 'marcher', true],
    ['photo', 'photos', true],
    ['site', 'seo', false],
    ['vente', 'vendre', false],
    ['locale', 'location', false],
  ])('%s and %s', (one, two, same) => {
    expect(isSameWord(one, two)).toBe(same)
    expect(isSameWord(two, one)).toBe(same)
    if (same) expect(two.startsWith(stemOf(one))).toBe(true)
  })

  it('leave out what every title says', () => {
    expect(tellingWords('Nous voulons être trouvés, pour nos clients, sur le Net')).toEqual(['voulons', 'trouves', 'clients', 'net'])
  })
})

describe('what differs', () => {
  const mine = { closesOn: '2027-01-10', startsOn: '2027-02-01', lots: { common: 1, own: 0 }, minFirms: 3, targetFirms: 6 }
  it('says nothing of what is the same', () => expect(differencesOf(mine, mine)).toEqual([]))
  it('counts days from mine to the other', () => {
    const theirs = { closesOn: '2027-01-03', startsOn: '2027-02-15', lots: { common: 2, own: 1 }, minFirms: 4, targetFirms: 6 }
    expect(differencesOf(mine, theirs)).toEqual([
      { what: 'closes', days: -7 },
      { what: 'starts', days: 14 },
      { what: 'lots', common: 2, own: 1 },
      { what: 'size', minFirms: 4, targetFirms: 6 },
    ])
  })
})
