import type { listMissions as listEndpoint } from '@mutuo/shared/missions/mission.endpoints.ts'
import type { MissionCard } from '@mutuo/shared/missions/mission.schema.ts'
import { awaitedFirms, isInForce, isOwed, isPayable } from '@mutuo/shared/missions/mission.rules.ts'
import type { OrganisationMark } from '@mutuo/shared/organisations/organisation.schema.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { groups } from '../groups/index.ts'
import { organisations } from '../organisations/index.ts'
import { acceptanceRuleOf } from './acceptance.rules.ts'
import type { MilestoneRecord } from './milestone.model.ts'
import type { MissionRecord } from './mission.model.ts'
import { missionStore } from './mission.store.ts'
import { isVisible, markIn } from './mission.view.ts'
import type { ShareRecord } from './share.model.ts'

/** The missions of the organisation that the viewer acts for, latest first. */
export const listMissions = async ({ viewer, input }: Call<typeof listEndpoint>) => {
  const filter = filterFor(viewer)
  if (!filter) return { items: [] }
  const page = await missionStore.page(filter, input.limit, input.cursor)
  const ids = page.items.map((mission) => mission._id)
  const [milestones, lines, groupsById] = await Promise.all([
    missionStore.milestones(ids),
    missionStore.lines(ids),
    groups.many([...new Set(page.items.map((mission) => mission.groupId))]),
  ])
  const marks = await organisations.marksOf([...new Set(page.items.map((mission) => mission.freelancerId))])
  const mark = markIn(marks)
  const own = lines.filter(({ firmId }) => firmId === viewer.organisationId)
  const items = page.items.map((mission) =>
    cardOf(mission, {
      viewer,
      mark,
      groupName: groupsById.get(mission.groupId)?.name ?? '',
      milestones: milestones.filter((milestone) => milestone.missionId === mission._id && isVisible(milestone, mission, viewer)),
      own: own.filter((line) => line.missionId === mission._id),
    }),
  )
  return { items, ...(page.nextCursor && { nextCursor: page.nextCursor }) }
}

const filterFor = ({ organisationId, organisationKind }: Viewer) => {
  if (!organisationId) return null
  if (organisationKind === 'freelancer') return { freelancerId: organisationId }
  if (organisationKind === 'association') return { associationId: organisationId }
  return { firmIds: organisationId }
}

type CardFacts = {
  viewer: Viewer
  mark: (id: string) => OrganisationMark
  groupName: string
  milestones: MilestoneRecord[]
  /** The viewer's share, and what it is charged for amendments. */
  own: ShareRecord[]
}

const cardOf = (mission: MissionRecord, { viewer, mark, groupName, milestones, own }: CardFacts): MissionCard => {
  const mine = own.find((line) => isOwed(line) && isInForce(line))
  const next = milestones.find((milestone) => ['planned', 'delivered', 'changes_requested', 'contested'].includes(milestone.state))
  return {
    id: mission._id,
    title: mission.title,
    state: mission.state,
    group: { id: mission.groupId, name: groupName },
    freelancer: mark(mission.freelancerId),
    firms: mission.firmIds.length,
    ...(next && { nextMilestone: { title: next.title, dueOn: next.dueOn, state: next.state } }),
    ...(mine && { myNetMinor: mine.netMinor }),
    waitsFor: waitsFor(viewer, mission, milestones, own),
  }
}

const waitsFor = (viewer: Viewer, mission: MissionRecord, milestones: MilestoneRecord[], own: ShareRecord[]): MissionCard['waitsFor'] => {
  if (own.some(({ state }) => isPayable(state))) return 'payment'
  if (mission.state !== 'active') return 'nothing'
  if (viewer.organisationId === mission.freelancerId) {
    return milestones.some((milestone) => ['planned', 'changes_requested'].includes(milestone.state)) ? 'delivery' : 'nothing'
  }
  const awaitsMe = milestones.some(
    (milestone) =>
      milestone.state === 'delivered' &&
      awaitedFirms(milestone, acceptanceRuleOf(mission, milestone)).includes(viewer.organisationId ?? ''),
  )
  return awaitsMe ? 'acceptance' : 'nothing'
}
