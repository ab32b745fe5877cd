import type { GroupRules, GroupView } from '@mutuo/shared/groups/group.schema.ts'

export type GroupDraft = {
  name: string
  commune: { code: string; name: string } | null
  description: string
  charter: string
  rules: GroupRules
}

/** What the charter settles unless the association says otherwise (the same as the server's own defaults). */
export const usualRules: GroupRules = {
  needsApproval: false,
  ballotMethod: 'score',
  quorumHeadsBp: 5_000,
  quorumEurosBp: 5_000,
  majorityHeadsBp: 5_000,
  majorityEurosBp: 5_000,
  resultsHidden: true,
  anonymousBallots: false,
  proxiesPerHolder: 2,
  secondRoundDays: 3,
  commonAcceptance: 'majority_by_euros',
  tacitAcceptanceDays: 14,
  graceDays: 7,
  commissionBp: 200,
  amountsOpenToAssociation: false,
  noticeDays: 30,
}

export const draftOf = (group: GroupView): GroupDraft => ({
  name: group.name,
  commune: { code: group.communeCode, name: group.commune },
  description: group.description,
  charter: group.charter ?? '',
  rules: group.rules,
})
