import type { AmendmentChange } from '@mutuo/shared/missions/amendment.schema.ts'
import type { MilestoneView, MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { newId } from '../../platform/new-id.ts'

/** A milestone as it is being changed. `amountMinor` is the price of a common lot; of an own lot the part of `firmId`. */
export type StepDraft = {
  id: string
  lotId: string
  isNew: boolean
  isRemoved: boolean
  title: string
  description: string
  dueOn: string
  amountMinor: number | null
  firmId: string | null
}
export type AmendmentDraft = { reason: string; steps: StepDraft[] }

/** Still to come, as far as the screen can tell; the server has the last word. */
export const isToCome = ({ state, acceptance, contested }: MilestoneView) =>
  ['planned', 'delivered', 'changes_requested'].includes(state) && acceptance.accepted.length === 0 && contested.length === 0

export const newDraft = (mission: MissionView, ownId: string | undefined): AmendmentDraft => ({
  reason: '',
  steps: mission.milestones.filter(isToCome).map((milestone) => stepOf(milestone, ownId)),
})

const stepOf = (milestone: MilestoneView, ownId: string | undefined): StepDraft => {
  const { id, lot, title, description, dueOn, amountMinor, myAmountMinor } = milestone
  const isMine = lot.kind === 'own' && myAmountMinor !== undefined
  return {
    id,
    lotId: lot.id,
    isNew: false,
    isRemoved: false,
    title,
    description,
    dueOn,
    amountMinor: lot.kind === 'common' ? (amountMinor ?? null) : (myAmountMinor ?? null),
    firmId: isMine ? (ownId ?? null) : null,
  }
}

export const addedStep = (lotId: string, dueOn: string): StepDraft => ({
  id: newId(),
  lotId,
  isNew: true,
  isRemoved: false,
  title: '',
  description: '',
  dueOn,
  amountMinor: null,
  firmId: null,
})

/** Only what differs from the mission as it is. */
export const changesOf = ({ steps }: AmendmentDraft, mission: MissionView): AmendmentChange[] =>
  steps.flatMap((step): AmendmentChange[] => {
    const { id: milestoneId, lotId, dueOn, firmId } = step
    const [title, description, netMinor] = [step.title.trim(), step.description.trim(), step.amountMinor ?? 0]
    if (step.isNew) return [{ kind: 'add', milestoneId, lotId, title, description, dueOn, netMinor }]
    const milestone = mission.milestones.find(({ id }) => id === milestoneId)
    if (!milestone) return []
    if (step.isRemoved) return [{ kind: 'remove', milestoneId }]
    const former = milestone.lot.kind === 'common' ? milestone.amountMinor : milestone.myAmountMinor
    const isRepriced = step.amountMinor !== null && step.amountMinor !== former && (milestone.lot.kind === 'common' || firmId !== null)
    return [
      ...(title !== milestone.title || description !== milestone.description
        ? [{ kind: 'scope' as const, milestoneId, title, description }]
        : []),
      ...(dueOn !== milestone.dueOn ? [{ kind: 'date' as const, milestoneId, dueOn }] : []),
      ...(isRepriced ? [{ kind: 'price' as const, milestoneId, netMinor, ...(firmId !== null && { firmId }) }] : []),
    ]
  })
