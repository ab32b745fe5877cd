import type { AssociationDesk, DeskTask } from '@mutuo/shared/administration/desk.schema.ts'
import { sumMinor } from '@mutuo/shared/money/money.ts'
import type { MissionRecord } from '../missions/index.ts'
import { reviews } from '../reviews/index.ts'
import type { DeskFacts } from './desk-facts.ts'

type Row = AssociationDesk['groups'][number]

/** One row a group: what it is at, and its money. */
export const groupRowsOf = (facts: DeskFacts, tasks: DeskTask[]): AssociationDesk['groups'] =>
  facts.groups.map((group) => {
    const own = facts.missions.filter((mission) => mission.groupId === group._id)
    const next = facts.milestones.find(
      (milestone) =>
        own.some((mission) => mission._id === milestone.missionId && mission.state === 'active') && milestone.state === 'planned',
    )
    return {
      id: group._id,
      name: group.name,
      state: group.state,
      members: facts.memberships.filter((membership) => membership.groupId === group._id).length,
      headline: headlineOf(facts, group._id),
      ...(next && { nextMilestoneOn: next.dueOn }),
      tasks: tasks.filter((task) => task.params.groupId === group._id).length,
      money: moneyOf(facts, own),
      record: reviews.recordOf(group._id, facts),
    }
  })

/** A running mission first, else the need that is furthest. */
const headlineOf = (facts: DeskFacts, groupId: string): Row['headline'] => {
  const mission = facts.missions.find((each) => each.groupId === groupId && (each.state === 'active' || each.state === 'collecting'))
  if (mission) return { kind: 'mission', title: mission.title, firms: mission.firmIds.length, targetFirms: mission.firmIds.length }
  for (const kind of ['voting', 'negotiating', 'bidding', 'gathering'] as const) {
    const need = facts.needs.find((each) => each.groupId === groupId && each.state === kind)
    if (need)
      return { kind, title: need.content.title, until: need.closesAt.toISOString(), firms: need.firms, targetFirms: need.content.minFirms }
  }
  return { kind: 'none', title: '', firms: 0, targetFirms: 0 }
}

/** Paid = retained + transferred (or on its way) + fees + commission + refunded. */
export const moneyOf = (facts: DeskFacts, of: MissionRecord[]): AssociationDesk['money'] => {
  const places = of.flatMap((mission) => facts.money.get(mission._id)?.places ?? [])
  const sum = (read: (place: (typeof places)[number]) => number) => sumMinor(places.map(read))
  return {
    paidMinor: sum((place) => place.paidMinor),
    retainedMinor: sum((place) => place.retainedMinor),
    transferredMinor: sum((place) => place.transferredMinor + place.payableMinor),
    feesMinor: sum((place) => place.platformFeeMinor),
    commissionMinor: sum((place) => place.commissionMinor),
    refundedMinor: sum((place) => place.refundedMinor + place.disputedMinor),
  }
}
