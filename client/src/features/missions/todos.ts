import { isPayable } from '@mutuo/shared/missions/mission.rules.ts'
import type { MilestoneView, MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { abilityFor } from '../../ui/ability-button.tsx'
import type { Role } from './role-in.ts'

export type Todo =
  | { kind: 'pay'; my: NonNullable<MissionView['my']> }
  | { kind: 'bank' }
  | { kind: 'contract' }
  | { kind: 'amendment'; until: string }
  | { kind: 'rise'; turn: number; due: NonNullable<NonNullable<MissionView['amendment']>['due']> }
  | { kind: 'accept'; milestone: MilestoneView }
  | { kind: 'redo'; milestone: MilestoneView }
  | { kind: 'deliver'; milestone: MilestoneView }
  | { kind: 'settle'; milestone: MilestoneView }
  | { kind: 'wait' }
  | { kind: 'nothing'; next: MilestoneView | undefined }

const atTheBank = ['charging', 'processing', 'unknown']

/** The address of a milestone in its page. */
export const anchorOf = (milestone: MilestoneView) => `jalon-${milestone.position}`

/** What waits for the reader, the most urgent first; at least one line, if only that nothing does. */
export const todosOf = (mission: MissionView, role: Role): Todo[] => {
  const { my, milestones, state, amendment } = mission
  const may = (move: 'accept' | 'deliver' | 'settle') => milestones.filter((milestone) => abilityFor(milestone.abilities, move)?.allowed)
  const deliverable = may('deliver')
  const planned = deliverable.find((milestone) => milestone.state === 'planned')
  const todos: Todo[] = [
    ...(my && isPayable(my.state) ? [{ kind: 'pay' as const, my }] : []),
    ...(amendment?.due && isPayable(amendment.due.state) ? [{ kind: 'rise' as const, turn: amendment.turn, due: amendment.due }] : []),
    ...(my && atTheBank.includes(my.state) ? [{ kind: 'bank' as const }] : []),
    ...(role === 'association' ? may('settle').map((milestone) => ({ kind: 'settle' as const, milestone })) : []),
    ...may('accept').map((milestone) => ({ kind: 'accept' as const, milestone })),
    ...deliverable
      .filter((milestone) => milestone.state === 'changes_requested')
      .map((milestone) => ({ kind: 'redo' as const, milestone })),
    ...(planned ? [{ kind: 'deliver' as const, milestone: planned }] : []),
    ...(amendment?.awaitsMe && amendment.expiresAt ? [{ kind: 'amendment' as const, until: amendment.expiresAt }] : []),
    ...(mission.contract?.awaitsMe ? [{ kind: 'contract' as const }] : []),
  ]
  if (todos.length > 0) return todos
  if (state === 'collecting') return [{ kind: 'wait' }]
  const next = milestones.find((milestone) => ['planned', 'delivered', 'changes_requested'].includes(milestone.state))
  return [{ kind: 'nothing', next: state === 'active' ? next : undefined }]
}
