import type { DeskTask } from '@mutuo/shared/administration/desk.schema.ts'
import { isPayable } from '@mutuo/shared/missions/mission.rules.ts'
import type { DeskFacts } from './desk-facts.ts'

const dayMs = 24 * 3600 * 1000

/** What waits for the association, the most pressing first. A firm that has not paid is not named, nor its amount. */
export const tasksOf = (facts: DeskFacts): DeskTask[] => [
  ...mediations(facts),
  ...castingVotes(facts),
  ...approvals(facts),
  ...memberships(facts),
  ...payments(facts),
  ...votesToClose(facts),
  ...gatheringsToClose(facts),
  ...cardsMissing(facts),
]

const mediations = ({ milestones, missions }: DeskFacts): DeskTask[] =>
  milestones
    .filter((milestone) => milestone.cells.some((cell) => cell.state === 'contested'))
    .map((milestone) => ({
      kind: 'mediation',
      params: { title: milestone.title, groupId: missions.find((mission) => mission._id === milestone.missionId)?.groupId ?? '' },
      path: `/missions/${milestone.missionId}`,
    }))

const castingVotes = ({ tied, needs }: DeskFacts): DeskTask[] =>
  tied.map((ballot) => ({
    kind: 'casting_vote',
    params: { title: needs.find((need) => need._id === ballot.needId)?.content.title ?? '', groupId: ballot.groupId },
    path: `/besoins/${ballot.needId}/vote/${ballot._id}`,
  }))

const approvals = ({ needs }: DeskFacts): DeskTask[] =>
  needs
    .filter((need) => need.state === 'review')
    .map((need) => ({
      kind: 'need_to_approve',
      params: { title: need.content.title, groupId: need.groupId },
      path: `/besoins/${need._id}`,
    }))

const memberships = ({ pending, groups }: DeskFacts): DeskTask[] =>
  groups.flatMap((group) => {
    const own = pending.filter((each) => each.group.id === group._id)
    const oldest = own.map((each) => each.member.since).sort()[0]
    return own.length > 0 && oldest
      ? [
          {
            kind: 'memberships' as const,
            params: { count: own.length, group: group.name, groupId: group._id, since: oldest },
            path: `/groupements/${group._id}`,
          },
        ]
      : []
  })

const payments = ({ missions, shares }: DeskFacts): DeskTask[] =>
  missions.flatMap((mission) => {
    const late = shares.filter((share) => share.missionId === mission._id && (isPayable(share.state) || share.waterfallStep !== null))
    if (late.length === 0) return []
    const dueAt = late.flatMap((share) => share.dueBy?.toISOString() ?? []).sort()[0]
    return [
      {
        kind: 'payment_failed' as const,
        params: { count: late.length, title: mission.title, groupId: mission.groupId },
        path: `/missions/${mission._id}`,
        ...(dueAt && { dueAt }),
      },
    ]
  })

const isThawed = (groups: DeskFacts['groups'], groupId: string): boolean =>
  groups.find((group) => group._id === groupId)?.state === 'active'

const votesToClose = ({ complete, needs, groups, now }: DeskFacts): DeskTask[] =>
  complete
    .filter((ballot) => ballot.closesAt > now && isThawed(groups, ballot.groupId))
    .map((ballot) => ({
      kind: 'vote_to_close',
      params: { title: needs.find((need) => need._id === ballot.needId)?.content.title ?? '', groupId: ballot.groupId },
      path: `/besoins/${ballot.needId}/vote/${ballot._id}`,
      dueAt: ballot.closesAt.toISOString(),
    }))

/** As many firms as were hoped for: whoever leads, or the association, need not wait for the deadline. While its group is frozen nothing closes. */
const gatheringsToClose = ({ needs, groups, now }: DeskFacts): DeskTask[] =>
  needs
    .filter((need) => need.state === 'gathering' && need.isMinimumReached && need.firms >= need.content.targetFirms && need.closesAt > now)
    .filter((need) => isThawed(groups, need.groupId))
    .map((need) => ({
      kind: 'gathering_to_close',
      params: { title: need.content.title, groupId: need.groupId, firms: need.firms },
      path: `/besoins/${need._id}`,
      dueAt: need.closesAt.toISOString(),
    }))

/** Firms that joined a day ago or longer, or whose need closes within one, and have no card yet: without it they are left out. */
const cardsMissing = ({ needs, withoutCard, now }: DeskFacts): DeskTask[] =>
  needs
    .filter((need) => need.state === 'gathering' && need.closesAt > now)
    .flatMap((need) => {
      const isClosing = need.closesAt.getTime() - now.getTime() < dayMs
      const late = withoutCard.filter(
        ({ needId, madeAt }) => needId === need._id && (isClosing || now.getTime() - madeAt.getTime() >= dayMs),
      )
      return late.length === 0
        ? []
        : [
            {
              kind: 'card_missing' as const,
              params: { count: late.length, title: need.content.title, groupId: need.groupId },
              path: `/besoins/${need._id}`,
              dueAt: need.closesAt.toISOString(),
            },
          ]
    })
