import { needSeekers, type NeedSeeker } from '@mutuo/shared/audiences/audiences.ts'
import { areBidsOpen, closingOf } from '@mutuo/shared/needs/need.rules.ts'
import { skills } from '@mutuo/shared/organisations/skills.ts'
import { areasOf, communeOf } from '../../data/communes.ts'
import { searchTokensOf } from '../../data/fold.ts'
import type { NeedRecord } from './need.model.ts'

type Listed = Pick<NeedRecord, 'groupId' | 'associationId' | 'leaderId' | 'state' | 'content' | 'history'>

/** What lists filter and sort by. */
export const listingOf = (need: Listed): Pick<NeedRecord, 'audience' | 'searchTokens' | 'areas' | 'skills' | 'closesAt'> => ({
  audience: audienceOf(need),
  searchTokens: searchTokensOf(wordsOf(need)),
  areas: areasOf(need.content.communeCode),
  skills: need.content.skills,
  closesAt: closingOf(need),
})

/** Who may know that the need exists, by the table of audiences and in the names that lists filter by. */
export const audienceOf = ({ groupId, associationId, leaderId, ...need }: Listed): string[] => {
  const names: Record<NeedSeeker, string[]> = {
    leader: [`organisation:${leaderId}`],
    association: [`organisation:${associationId}`],
    members: [`group:${groupId}`],
    skilled: need.content.skills.map((skill) => `skill:${skill}`),
    everybody: ['public'],
  }
  return [...new Set(needSeekers[stageOf(need)].flatMap((seeker) => names[seeker]))]
}

/** Whether others have seen it: the first lines of a long history are no longer kept. */
export const wasPublished = ({ history }: Pick<NeedRecord, 'history'>): boolean =>
  history[0]?.event !== 'need.created' || history.some(({ event }) => event === 'need.published')

/** Freelancers find a need of the group as long as they may bid. What is given up before it was published stays with those who knew of it. */
const stageOf = ({ state, content, history }: Pick<Listed, 'state' | 'content' | 'history'>): keyof typeof needSeekers => {
  if (state === 'draft' || state === 'review') return state
  if (state === 'cancelled' && !wasPublished({ history })) return isBeforeAssociation(history) ? 'review' : 'draft'
  if (content.rules.visibility === 'public') return 'public'
  return areBidsOpen({ state, content }, new Date(0)) ? 'groupOutToBid' : 'group'
}

const isBeforeAssociation = (history: NeedRecord['history']): boolean =>
  history.findLast(({ event }) => event === 'need.submitted' || event === 'need.sent_back')?.event === 'need.submitted'

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
