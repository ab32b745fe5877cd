import { communesWithin, distanceKm } from '@mutuo/server/data/commune-distances.ts'
import { communeOf, communesStartingWith, proximityOf } from '@mutuo/server/data/communes.ts'
import { fold, searchedTokens, searchTokensOf } from '@mutuo/server/data/fold.ts'
import { markOf } from '@mutuo/server/modules/organisations/organisation-mark.ts'
import { newOrganisation } from '@mutuo/server/modules/organisations/organisation.rules.ts'
import { isSiret, vatNumberOf } from '@mutuo/server/modules/organisations/siret.rules.ts'
import fc from 'fast-check'
import { anOrganisationInput } from '../support/builders/organisation.ts'

describe('texts as they are compared', () => {
  it.each([
    ['Saint-Étienne', 'saint etienne'],
    ['L’Haÿ-les-Roses', 'l hay les roses'],
    ['Œufs & Cœurs', 'oeufs coeurs'],
    ['  ', ''],
  ])('%s is %s', (text, folded) => expect(fold(text)).toBe(folded))

  it('fold once for all', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => expect(fold(fold(text))).toBe(fold(text))))
  })

  it('are found by the beginning of each word', () => {
    const tokens = new Set(searchTokensOf(['Boulangerie Perrin', 'Saint-Étienne']))
    for (const typed of ['bou', 'perrin boul', 'ETIEN']) expect(searchedTokens(typed).every((token) => tokens.has(token))).toBe(true)
    expect(searchedTokens('coiffeur').every((token) => tokens.has(token))).toBe(false)
  })
})

describe('communes', () => {
  it('keep the large ones first, and the exact name before all', () => {
    expect(communesStartingWith('paris')[0]?.code).toBe('75056')
    expect(communesStartingWith('y').length).toBe(10)
    expect(communesStartingWith('69007').map(({ name }) => name)).toEqual(['Lyon'])
    expect(communesStartingWith('!!')).toEqual([])
  })

  it('are near by the smallest area that they share', () => {
    expect(proximityOf('42218', '42218')).toBe('commune')
    expect(proximityOf('42218', '42330')).toBe('epci')
    expect(proximityOf('42218', '42187')).toBe('departement')
    expect(proximityOf('42218', '69123')).toBe('region')
    expect(proximityOf('42218', '75056')).toBe('elsewhere')
    expect(proximityOf('42218', 'nowhere')).toBe('elsewhere')
    expect(communeOf('97411')?.name).toBe('Saint-Denis')
  })
})

describe('the distance between communes', () => {
  it('is in whole kilometres, the same both ways', () => {
    expect(distanceKm('42218', '69123')).toBe(50)
    expect(distanceKm('69123', '42218')).toBe(50)
    expect(distanceKm('75056', '13055')).toBe(660)
    expect(distanceKm('42218', '42330')).toBe(5)
  })

  it('is left out within a commune, and where a place is not known', () => {
    expect(distanceKm('42218', '42218')).toBeUndefined()
    expect(distanceKm('42218', 'nowhere')).toBeUndefined()
  })

  it('gathers the communes around one, across the border of a département too', () => {
    const around = communesWithin('42218', 40)
    expect(around[0]).toBe('42218')
    expect(around).toContain('43213')
    expect(around).not.toContain('69123')
    expect(around.length).toBeGreaterThan(communesWithin('42218', 20).length)
    expect(communesWithin('nowhere', 40)).toEqual(['nowhere'])
  })

  it('counts a commune too small to have its place where the middle of its intercommunal body is', () => {
    const small = communesStartingWith('Rozier-Côtes-d’Aurec')[0]!
    expect(distanceKm('42218', small.code)).toBeUndefined()
    expect(communesWithin('42218', 40)).toContain(small.code)
  })
})

describe('a SIRET', () => {
  it('is checked by its key, of La Poste too', () => {
    expect(isSiret('73282932000074')).toBe(true)
    expect(isSiret('73282932000075')).toBe(false)
    expect(isSiret('35600000049837')).toBe(true)
  })

  it('gives the VAT number', () => expect(vatNumberOf('73282932000074')).toBe('FR44732829320'))
})

describe('the mark of an organisation', () => {
  const initialsOf = (name: string) =>
    markOf({ _id: 'x', name, kind: 'sme', address: { street: '', postcode: '', commune: '', communeCode: '' }, colour: 0 }).initials

  it.each([
    ['Boulangerie Perrin', 'BP'],
    ['Les Vitrines du Centre', 'VC'],
    ['Fleurs', 'FL'],
    ['Les Uns', 'UN'],
    ['La', 'LA'],
    ['Éclat & Œuvre', 'EO'],
    ['42', '42'],
  ])('%s has the initials %s', (name, initials) => expect(initialsOf(name)).toBe(initials))

  it('has a colour that its neighbours have least', () => {
    const founded = (seen: number[]) =>
      newOrganisation(anOrganisationInput('sme'), { userId: 'x', role: 'owner', since: new Date() }, seen).colour
    expect([founded([]), founded([0]), founded([0, 1, 2]), founded([0, 1, 2, 3, 4, 5, 6, 7, 0])]).toEqual([0, 1, 3, 1])
  })
})
