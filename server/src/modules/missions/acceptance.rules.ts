import type { AcceptanceRule } from '@mutuo/shared/missions/mission.rules.ts'
import type { MilestoneRecord } from './milestone.model.ts'
import type { MissionRecord } from './mission.model.ts'

/** As the charter stood at the award, with the delegates of the delivery; before one, those that it would have. */
export const acceptanceRuleOf = (
  { rules, delegateIds }: MissionRecord,
  { delivery }: Pick<MilestoneRecord, 'delivery'>,
): AcceptanceRule => ({
  rule: rules.commonAcceptance,
  // Deliveries from before delegates name none, under rules that do not ask for them.
  delegateIds: delivery?.delegateIds ?? delegateIds,
})
