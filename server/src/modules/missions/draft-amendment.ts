import type { previewAmendment as endpoint } from '@mutuo/shared/missions/amendment.endpoints.ts'
import type { AmendmentChange, AmendmentPreview } from '@mutuo/shared/missions/amendment.schema.ts'
import { isInForce } from '@mutuo/shared/missions/mission.rules.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction, type Transaction } from '../../platform/mongo/transaction.ts'
import type { AmendmentRecord } from './amendment.model.ts'
import { mayChange, mayProposeAmendment } from './amendment.policy.ts'
import { ownShare } from './amendment.view.ts'
import { findMission } from './find-mission.ts'
import type { MissionRecord } from './mission.model.ts'
import { isFirmOf } from './mission.policy.ts'
import { missionStore } from './mission.store.ts'
import { reviseMission, type Proposal } from './revise-mission.ts'
import type { ShareRecord } from './share.model.ts'

type Drafting = { viewer: Viewer; mission: MissionRecord; changes: readonly AmendmentChange[]; now: Date }

/** What the changes would make of the mission as it stands. @throws NOT_YOUR_LOT, and those of `revise` */
export const draftAmendment = async ({ viewer, mission, changes, now }: Drafting, tx: Transaction) => {
  const standing = {
    mission,
    milestones: await missionStore.milestones([mission._id], tx),
    shares: await missionStore.shares([mission._id], tx),
  }
  for (const change of changes) allow(mayChange(viewer, mission, standing.milestones, change))
  return { standing, proposal: await reviseMission(standing, changes, now, tx) }
}

/** As whoever answers reads its own: what it is charged once all agree is what it has read. */
export const readShare = (
  { firmId, netMinor }: ShareRecord,
  { shares, rises, isBeyondPledge }: Pick<Proposal, 'shares' | 'rises' | 'isBeyondPledge'>,
): AmendmentRecord['shares'][number] => {
  const rise = rises.get(firmId)
  return {
    firmId,
    beforeMinor: netMinor,
    afterMinor: shares.get(firmId) ?? netMinor,
    ...(rise && {
      rise: { netMinor: rise.netMinor, vatMinor: rise.vatMinor, grossMinor: rise.grossMinor },
      isBeyondPledge: isBeyondPledge(firmId),
    }),
  }
}

/**
 * Before it is proposed: what it would make of one's own share, or of the price. How a lower price is divided depends on what the others pay, so that a
 * firm that tried one after the other would learn it: its own share is then told by the amendment alone.
 * @throws NOT_FOUND, NOT_A_PARTY, LEADER_ONLY, OWNER_ONLY, MISSION_NOT_ACTIVE, NOT_YOUR_LOT, and those of `revise`
 */
export const previewAmendment = ({ viewer, input, now }: Call<typeof endpoint>): Promise<AmendmentPreview> =>
  transaction(async (tx) => {
    const mission = await findMission(viewer, input.missionId, tx)
    allow(mayProposeAmendment(viewer, mission))
    const { standing, proposal } = await draftAmendment({ viewer, mission, changes: input.changes, now }, tx)
    if (!isFirmOf(viewer, mission)) return { total: { beforeMinor: mission.totalMinor, afterMinor: proposal.totalMinor } }
    const read = standing.shares.filter(isInForce).map((share) => readShare(share, proposal))
    const mine = read.find(({ firmId }) => firmId === viewer.organisationId)
    const doesNoneFall = read.every(({ beforeMinor, afterMinor }) => afterMinor >= beforeMinor)
    return mine && doesNoneFall ? { my: ownShare(mine, []) } : {}
  })
