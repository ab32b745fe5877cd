import { splitByWeight } from '../money/largest-remainder.ts'
import type { NeedContent } from '../needs/need.schema.ts'
import { WHOLE_BP } from './bid.rules.ts'
import type { BidContent } from './bid.schema.ts'

type FirstMilestone = Omit<BidContent['milestones'][number], 'id'>

const DAY_MS = 86_400_000

/**
 * The milestones that a bid starts from: the steps in which the need expects the work, in equal parts of their lot and as long after its start as was
 * said; a lot without steps is one milestone, whose day is the bidder's to say.
 */
export const firstMilestones = ({
  lots,
  expectedMilestones = [],
  startsOn,
}: Pick<NeedContent, 'lots' | 'expectedMilestones' | 'startsOn'>): FirstMilestone[] =>
  lots.flatMap((lot) => {
    const steps = expectedMilestones.filter(({ lotId }) => lotId === lot.id)
    if (steps.length === 0) return [{ lotId: lot.id, title: lot.title, description: '', partOfLotBp: WHOLE_BP, dueOn: '' }]
    const places = steps.map((_, place) => String(place).padStart(2, '0'))
    const parts = splitByWeight(
      WHOLE_BP,
      steps.map(() => 1),
      places,
    )
    return steps.map(({ title, description, daysAfterStart }, place) => ({
      lotId: lot.id,
      title,
      description,
      partOfLotBp: parts[place]!,
      dueOn: new Date(Date.parse(startsOn) + daysAfterStart * DAY_MS).toISOString().slice(0, 10),
    }))
  })
