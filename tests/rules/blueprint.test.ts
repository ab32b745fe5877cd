import fc from 'fast-check'
import { blueprintOf, checkExpectedMilestones, contentFrom } from '@mutuo/shared/needs/blueprint.rules.ts'
import { blueprint as blueprintSchema } from '@mutuo/shared/needs/blueprint.schema.ts'
import { needContent, type NeedContent } from '@mutuo/shared/needs/need.schema.ts'
import { v7 as newId } from 'uuid'

const audit = newId()
const listing = newId()
const content: NeedContent = needContent.parse({
  title: 'Référencement local avec la Boulangerie Perrin',
  summary: 'Boulangerie Perrin et FLEURS DU CLAPIER ont déjà payé 1 250,50 € à Inès Morel, puis 300 euros.',
  skills: ['local-seo'],
  communeCode: '42218',
  lots: [
    { id: audit, kind: 'common', title: 'Audit', description: 'Comme chez Perrin & Fils', targetMinor: 120_000, shareKey: 'units' },
    { id: listing, kind: 'own', title: 'Fiche', description: '', targetMinor: 15_000 },
  ],
  minFirms: 3,
  targetFirms: 6,
  gatheringClosesAt: '2027-01-10T17:00:00.000Z',
  bidsCloseAt: '2027-01-20T17:00:00.000Z',
  voteClosesAt: '2027-01-30T17:00:00.000Z',
  startsOn: '2027-02-01',
  rules: { visibility: 'group' },
})
const names = ['Boulangerie Perrin', 'Fleurs du Clapier', 'Perrin & Fils', 'Inès Morel']
const chosen = {
  startsOn: '2027-02-10',
  milestones: [
    { lotId: audit, title: 'Audit remis à Perrin & Fils', description: 'Solde de 600 €', dueOn: '2027-03-12' },
    { lotId: newId(), title: 'D’un autre lot', description: '', dueOn: '2027-03-12' },
  ],
}
const own = {
  communeCode: '14047',
  gatheringClosesAt: '2028-01-10T17:00:00.000Z',
  bidsCloseAt: '2028-01-20T17:00:00.000Z',
  voteClosesAt: '2028-01-30T17:00:00.000Z',
  startsOn: '2028-02-01',
}

describe('a need that is used again', () => {
  const blueprint = blueprintOf(content, { names, ...chosen })

  it('keeps what was wanted, the lots with their keys, the rules and the steps of the chosen bid', () => {
    expect(blueprintSchema.parse(blueprint)).toEqual(blueprint)
    expect(blueprint).toMatchObject({
      skills: ['local-seo'],
      lots: [{ kind: 'common', title: 'Audit', targetMinor: 120_000, shareKey: 'units' }, { kind: 'own' }],
      minFirms: 3,
      rules: { visibility: 'group', bidsDuringGathering: true },
      milestones: [{ lotIndex: 0, daysAfterStart: 30 }],
    })
  })

  it('says nobody’s name and no sum', () => {
    expect(blueprint.title).toBe('Référencement local avec la …')
    expect(blueprint.summary).toBe('… et … ont déjà payé … € à …, puis … euros.')
    expect(blueprint.milestones[0]).toMatchObject({ title: 'Audit remis à …', description: 'Solde de … €' })
  })

  it('becomes a need with a place, dates and ids of its own, whose steps belong to its lots', () => {
    const again = contentFrom(blueprint, own, newId)
    expect(needContent.parse(again)).toEqual(again)
    expect(again).toMatchObject(own)
    expect(again.lots.some(({ id }) => id === audit || id === listing)).toBe(false)
    expect(again.expectedMilestones?.[0]?.lotId).toBe(again.lots[0]!.id)
    expect(() => checkExpectedMilestones(again)).not.toThrow()
    expect(() => checkExpectedMilestones({ ...again, lots: again.lots.slice(1) })).toThrow('MILESTONE_WITHOUT_LOT')
  })

  it('can be used again and again, and then says the same', () => {
    const again = blueprintOf(contentFrom(blueprint, own, newId), { names, milestones: [], startsOn: own.startsOn })
    expect(again).toEqual(blueprint)
  })

  it('holds no id, no name and no sum of those who took part, whatever was written', () => {
    const name = fc.constantFrom('Café de la Poste', 'L’Épicerie (bio)', 'Garage +', 'Émile & Cie', 'AB*CD')
    const sum = fc.integer({ min: 1, max: 99_999 }).map((euros) => `${euros.toLocaleString('fr-FR')} €`)
    const sentence = fc
      .array(fc.oneof(name, sum, fc.constantFrom('avec', 'pour', 'puis', 'dès')), { minLength: 1, maxLength: 8 })
      .map((words) => words.join(' '))
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 5, maxLength: 5 }), sentence, sentence, (involved, title, text) => {
        const said = { ...content, title, summary: text, lots: content.lots.map((lot) => ({ ...lot, title, description: text })) }
        const milestones = [{ lotId: audit, title, description: text, dueOn: '2027-04-01' }]
        const again = JSON.stringify(blueprintOf(said, { names: involved, milestones, startsOn: '2027-02-01' }))
        for (const each of involved) expect(again.toLowerCase()).not.toContain(each.toLowerCase())
        expect(again).not.toMatch(/\d[\s\d]*€/)
        for (const id of [audit, listing]) expect(again).not.toContain(id)
      }),
    )
  })
})
