import { fold } from '../text/fold.ts'
import { skills, type SkillCode } from './skills.ts'

/** The skills whose label or synonyms begin with each word that was typed; those whose label does come first, each in the order of the list. */
export const skillsMatching = (typed: string, labelOf: (code: SkillCode) => string): SkillCode[] => {
  const words = fold(typed).split(' ').filter(Boolean)
  if (words.length === 0) return []
  const isIn = (texts: readonly string[]) => {
    const known = texts.flatMap((text) => fold(text).split(' '))
    return words.every((word) => known.some((each) => each.startsWith(word)))
  }
  const named = skills.filter(({ code }) => isIn([labelOf(code)]))
  const meant = skills.filter((skill) => !named.includes(skill) && isIn([labelOf(skill.code), ...skill.synonyms]))
  return [...named, ...meant].map(({ code }) => code)
}
