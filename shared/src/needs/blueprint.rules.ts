import { DomainError } from '../errors/domain-error.ts'
import type { Blueprint } from './blueprint.schema.ts'
import type { NeedContent } from './need.schema.ts'

/** What each need has of its own, however alike. */
const fresh = ['communeCode', 'gatheringClosesAt', 'bidsCloseAt', 'voteClosesAt', 'startsOn'] as const
type Fresh = Pick<NeedContent, (typeof fresh)[number]>
type Said = Omit<NeedContent, keyof Fresh>
/** A milestone of the chosen bid, as far as it may be told: what and when, never for how much. */
export type DoneMilestone = { lotId: string; title: string; description: string; dueOn: string }

const DAY_MS = 86_400_000
const SHORTEST_NAME = 3
const UNSAID = '…'

/**
 * What of a need may be used again: what was wanted, in which lots, by which keys and rules, and in which steps it was done. Free texts lose the names of
 * those who took part, and every sum. The prices hoped for stay: they were the need's own.
 */
export const blueprintOf = (
  need: Said,
  { names, milestones, startsOn }: { names: readonly string[]; milestones: readonly DoneMilestone[]; startsOn: string },
): Blueprint => {
  const say = (text: string) => withoutSums(withoutNames(text, names))
  const { lots, expectedMilestones = [], ...said } = withoutFresh(need)
  const done = milestones.map(({ dueOn, ...step }) => ({ ...step, daysAfterStart: daysBetween(startsOn, dueOn) }))
  const steps = (done.length > 0 ? done : expectedMilestones).map(({ lotId, title, description, daysAfterStart }) => ({
    lotIndex: lots.findIndex((lot) => lot.id === lotId),
    title: say(title),
    description: say(description),
    daysAfterStart,
  }))
  return {
    ...said,
    title: say(said.title),
    summary: say(said.summary),
    lots: lots.map(({ id: _, ...lot }) => ({ ...lot, title: say(lot.title), description: say(lot.description) })),
    milestones: steps.filter(({ lotIndex }) => lotIndex >= 0),
  }
}

const withoutFresh = (need: Said): Said =>
  Object.fromEntries(Object.entries(need).filter(([name]) => !(fresh as readonly string[]).includes(name))) as Said

/** A need's content from a blueprint, with a place and dates of its own, and a new id for each lot. */
export const contentFrom = (blueprint: Blueprint, own: Fresh, newId: () => string): NeedContent => {
  const { milestones, ...said } = blueprint
  const lots = said.lots.map((lot) => ({ id: newId(), ...lot }))
  return {
    ...said,
    ...own,
    lots,
    expectedMilestones: milestones.map(({ lotIndex, ...step }) => ({ lotId: lots[lotIndex]!.id, ...step })),
  }
}

/** Time for each: three weeks to gather, two to bid, one to vote, two before work starts. */
export const usualDays = { gathering: 21, bids: 35, vote: 42, start: 56 } as const

/** @throws MILESTONE_WITHOUT_LOT */
export const checkExpectedMilestones = ({ lots, expectedMilestones = [] }: Pick<NeedContent, 'lots' | 'expectedMilestones'>): void => {
  if (expectedMilestones.some(({ lotId }) => lots.every((lot) => lot.id !== lotId))) throw new DomainError('MILESTONE_WITHOUT_LOT')
}

const daysBetween = (from: string, to: string): number => Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS))

/** Longest names first, so that none leaves a piece of itself; very short ones would tear words apart. */
const withoutNames = (text: string, names: readonly string[]): string =>
  [...names]
    .filter((name) => name.length >= SHORTEST_NAME)
    .sort((a, b) => b.length - a.length)
    .reduce((said, name) => said.replace(new RegExp(escaped(name), 'giu'), UNSAID), text)

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const withoutSums = (text: string): string => text.replace(/\d[\d\s.,]*(?=\s*(?:€|euros?\b|EUR\b))/giu, `${UNSAID} `)
