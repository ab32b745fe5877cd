import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import type { OrganisationMark } from '@mutuo/shared/organisations/organisation.schema.ts'
import { communeOf } from '../../data/communes.ts'
import type { Viewer, Visitor } from '../../platform/access/viewer.ts'
import { groups } from '../groups/index.ts'
import { organisations } from '../organisations/index.ts'
import { findNeed, isInside, maySee } from './find-need.ts'
import { abilitiesIn } from './need.abilities.ts'
import type { NeedRecord, StoredContent } from './need.model.ts'
import { needStore } from './need.store.ts'
import { bidders, participation, readsBallot, work, type NeedFacts } from './participation.ts'

/**
 * What this viewer may see of a need. Outside the group firms are marks and their number: who hesitates, under which condition, and who did what are the
 * group's own.
 */
export const presentNeed = async (need: NeedRecord, viewer: Visitor, now: Date): Promise<NeedView> => {
  const inside = await isInside(viewer, need)
  const ownId = viewer?.organisationId ?? null
  const [group, facts, mission, membership, myBidId, isVoteReader] = await Promise.all([
    groups.get(need.groupId),
    participation().ofNeed(need, viewer, inside),
    need.missionId ? work().ofMission(need.missionId, viewer) : null,
    ownId && viewer?.organisationKind === 'sme' ? groups.membershipOf(ownId, need.groupId) : null,
    ownId && viewer?.organisationKind === 'freelancer' ? bidders().bidIdOf(ownId, need._id) : null,
    readsBallot(viewer, need),
  ])
  const firms = mission ? await inMission(mission.firmIds, facts.firms) : facts.firms
  const marks = await organisations.marksOf(organisationsIn(need, firms, inside))
  const situation = {
    membership,
    isInside: inside,
    isVoteReader,
    isFrozen: group.state === 'frozen',
    needsApproval: group.rules.needsApproval,
    myPledgeId: facts.myPledgeId,
    myBidId,
    seesMission: mission?.isSeen ?? false,
    now,
  }
  const isOwn = ownId === need.leaderId || ownId === need.associationId
  return {
    id: need._id,
    version: need.version,
    state: need.state,
    group: { id: group._id, name: group.name, association: markIn(marks, need.associationId), rules: group.rules },
    leader: markIn(marks, need.leaderId),
    content: presentContent(need.content),
    commune: communeOf(need.content.communeCode)?.name ?? '',
    funding: facts.funding,
    curve: facts.curve,
    firms: firms.map(({ firmId, units, standing }) => ({
      firm: markIn(marks, firmId),
      isLeader: firmId === need.leaderId,
      units,
      standing,
    })),
    hints: facts.hints,
    bidCount: need.bidCount,
    ...(facts.myPledgeId && { myPledgeId: facts.myPledgeId }),
    ...(myBidId && { myBidId }),
    ...(isVoteReader && need.ballotId && { ballotId: need.ballotId }),
    ...(need.missionId && { missionId: need.missionId }),
    ...(isOwn && need.sentBackBecause !== null && { sentBackBecause: need.sentBackBecause }),
    history:
      inside || isOwn ? need.history.map(({ at, event, by }) => ({ at: at.toISOString(), event, by: marks.get(by)?.name ?? '' })) : [],
    abilities: abilitiesIn(need, viewer, situation),
  }
}

/** The firms of the mission, with what they weighed at the table; one that has taken a share over since weighs what it says of itself. */
const inMission = async (firmIds: readonly string[], atTheTable: NeedFacts['firms']): Promise<NeedFacts['firms']> => {
  const weighed = new Map(atTheTable.map((firm) => [firm.firmId, firm]))
  const known = await organisations.many(firmIds.filter((firmId) => !weighed.has(firmId)))
  return firmIds.map((firmId) => weighed.get(firmId) ?? { firmId, units: known.get(firmId)?.units ?? 1, standing: 'engaged' })
}

const organisationsIn = (need: NeedRecord, firms: NeedFacts['firms'], inside: boolean): string[] => [
  ...new Set([
    need.associationId,
    need.leaderId,
    ...firms.map((firm) => firm.firmId),
    ...(inside ? need.history.map((line) => line.by).filter(Boolean) : []),
  ]),
]

export const markIn = (marks: ReadonlyMap<string, OrganisationMark>, id: string): OrganisationMark => {
  const mark = marks.get(id)
  if (!mark) throw new Error(`no mark for organisation ${id}`)
  return mark
}

const presentContent = (content: StoredContent): NeedView['content'] => ({
  ...content,
  gatheringClosesAt: content.gatheringClosesAt.toISOString(),
  bidsCloseAt: content.bidsCloseAt.toISOString(),
  voteClosesAt: content.voteClosesAt.toISOString(),
})

export const getVisibleNeed = (viewer: Visitor, needId: string): Promise<NeedRecord> => findNeed(viewer, needId)

/** Whether the viewer may be told live that the need has changed. */
export const mayFollowNeed = async (viewer: Viewer, needId: string): Promise<boolean> => {
  const need = await needStore.find(needId)
  return need !== null && maySee(viewer, need)
}
