import { areBidsOpen, closingOf } from '@mutuo/shared/needs/need.rules.ts'
import { skills } from '@mutuo/shared/organisations/skills.ts'
import { communeOf } from '../../data/communes.ts'
import { searchTokensOf } from '../../data/fold.ts'
import type { NeedRecord } from './need.model.ts'

type Listed = Pick<NeedRecord, 'groupId' | 'associationId' | 'leaderId' | 'state' | 'content' | 'listedAt'>

/** What lists filter and sort by. */
export const listingOf = (need: Listed): Pick<NeedRecord, 'audience' | 'searchTokens' | 'areas' | 'skills' | 'closesAt'> => ({
  audience: audienceOf(need),
  searchTokens: searchTokensOf(wordsOf(need)),
  areas: areasOf(need.content.communeCode),
  skills: need.content.skills,
  closesAt: closingOf(need),
})

/**
 * Who may know that the need exists. A draft is its organisation's own; the association reads what waits for it; a need of the group is for its members,
 * and for the freelancers with its skills as long as they may bid.
 */
export const audienceOf = ({ groupId, associationId, leaderId, state, content }: Listed): string[] => {
  const own = `organisation:${leaderId}`
  if (state === 'draft') return [own]
  const desk = [...new Set([own, `organisation:${associationId}`])]
  if (state === 'review') return desk
  const group = [...desk, `group:${groupId}`]
  if (content.rules.visibility === 'public') return [...group, 'public']
  const mayBid = areBidsOpen({ state, content }, new Date(0))
  return mayBid ? [...group, ...content.skills.map((skill) => `skill:${skill}`)] : group
}

/** The areas that a commune belongs to, from the smallest; the official code has areas, not coordinates. */
export const areasOf = (communeCode: string): string[] => {
  const commune = communeOf(communeCode)
  if (!commune) return []
  const { code, epci, arrondissement, departement, region } = commune
  return [
    `commune:${code}`,
    ...(epci ? [`epci:${epci}`] : []),
    ...(arrondissement ? [`arrondissement:${arrondissement}`] : []),
    `departement:${departement}`,
    `region:${region}`,
  ]
}

const wordsOf = ({ content }: Listed): string[] => {
  const asked = skills.filter((skill) => (content.skills as string[]).includes(skill.code))
  const lots = content.lots.map((lot) => lot.title)
  return [
    content.title,
    ...lots,
    ...asked.flatMap((skill) => [...skill.synonyms]),
    communeOf(content.communeCode)?.name ?? '',
    content.summary,
  ]
}
