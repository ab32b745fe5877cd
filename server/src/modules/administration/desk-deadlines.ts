import type { AssociationDesk } from '@mutuo/shared/administration/desk.schema.ts'
import type { DeskFacts } from './desk-facts.ts'

type Deadline = AssociationDesk['deadlines'][number]
const shown = 6

/** The next days that bind, soonest first. */
export const deadlinesOf = (facts: DeskFacts): Deadline[] => {
  const groupName = new Map(facts.groups.map((group) => [group._id, group.name]))
  const ofNeeds = facts.needs.flatMap((need): Deadline[] => {
    const kind = { gathering: 'gathering', bidding: 'bidding', negotiating: 'negotiation', voting: 'vote' }[need.state as string] as
      Deadline['kind'] | undefined
    return kind
      ? [
          {
            at: need.closesAt.toISOString(),
            groupName: groupName.get(need.groupId) ?? '',
            kind,
            title: need.content.title,
            path: `/besoins/${need._id}`,
          },
        ]
      : []
  })
  const ofMilestones = facts.milestones.flatMap((milestone): Deadline[] => {
    const mission = facts.missions.find((each) => each._id === milestone.missionId)
    if (mission?.state !== 'active') return []
    const about = { groupName: groupName.get(mission.groupId) ?? '', title: milestone.title, path: `/missions/${mission._id}` }
    if (milestone.state === 'delivered' && milestone.delivery)
      return [{ ...about, at: milestone.delivery.tacitAt.toISOString(), kind: 'tacit' }]
    return milestone.state === 'planned'
      ? [{ ...about, at: new Date(`${milestone.dueOn}T17:00:00Z`).toISOString(), kind: 'milestone' }]
      : []
  })
  return [...ofNeeds, ...ofMilestones]
    .filter((deadline) => deadline.at > facts.now.toISOString())
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .slice(0, shown)
}
