import { skillsMatching } from '@mutuo/shared/organisations/skill-search.ts'
import { skillCodes, skills } from '@mutuo/shared/organisations/skills.ts'
import fr from '../../client/src/locales/fr/skills.json'
import en from '../../client/src/locales/en/skills.json'

type Labels = Record<string, unknown>
const labelIn = (labels: Labels) => (code: string) => String(labels[code])

describe('the skills', () => {
  it('are about eighty, each once, with a label in both languages, a family that is named, and synonyms', () => {
    expect(skills.length).toBeGreaterThanOrEqual(78)
    expect(new Set(skillCodes).size).toBe(skills.length)
    for (const { code, family, synonyms } of skills) {
      for (const labels of [fr, en] as (Labels & { families: Labels })[]) {
        expect([code, typeof labels[code]]).toEqual([code, 'string'])
        expect([family, typeof labels.families[family]]).toEqual([family, 'string'])
      }
      expect([code, synonyms.length >= 3]).toEqual([code, true])
    }
  })

  it.each([
    ['référencement', fr, 'local-seo'],
    ['REFERENCEMENT LOC', fr, 'local-seo'],
    ['google maps', fr, 'local-seo'],
    ['instagram', fr, 'social-media'],
    ['rgpd', fr, 'data-protection'],
    ['logo', fr, 'graphic-design'],
    ['till', en, 'point-of-sale'],
    ['gdpr', en, 'data-protection'],
    ['newsl', en, 'emailing'],
  ])('are found by "%s"', (typed, labels, expected) => {
    expect(skillsMatching(typed, labelIn(labels))[0]).toBe(expected)
  })

  it('are not found by nothing, nor by a word that no skill knows', () => {
    expect(skillsMatching('  ', labelIn(fr))).toEqual([])
    expect(skillsMatching('charcuterie', labelIn(fr))).toEqual([])
  })
})
