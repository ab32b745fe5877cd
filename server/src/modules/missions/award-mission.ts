import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { allocateMission, type MissionAllocation } from '@mutuo/shared/missions/allocation.ts'
import { coalitionOf, type Candidate } from '@mutuo/shared/pledges/coalition.ts'
import { v7 as newId } from 'uuid'
import { logger } from '../../platform/logger.ts'
import { transaction, type Transaction } from '../../platform/mongo/transaction.ts'
import { bids, type BidForBallot } from '../bids/index.ts'
import { groups } from '../groups/index.ts'
import { needs } from '../needs/index.ts'
import { organisations } from '../organisations/index.ts'
import { pledges } from '../pledges/index.ts'
import { drawUpContract } from './draw-up-contract.ts'
import { milestonesFrom, missionFrom, sharesFrom } from './draw-up-mission.ts'
import { missionAwarded } from './mission.events.ts'
import { missionStore } from './mission.store.ts'

type Closed = { needId: string; ballotId: string; bidId: string; now: Date }

/**
 * The chosen bid's coalition at the closing of the ballot becomes the mission and its contract: shares, milestones and their parts, exact. Where the firms that are
 * left cannot carry it, the need ends and everybody is free. Once for a need.
 */
export const awardMission = ({ needId, ballotId, bidId, now }: Closed) =>
  transaction(async (tx) => {
    const need = await needs.get(needId, tx)
    if (need.state !== 'voting' || need.missionId) return
    const chosen = (await bids.forBallot(needId, tx)).find((offer) => offer.bidId === bidId)
    const candidates = await pledges.candidatesOf(needId, tx)
    const allocation = chosen && (await allocate(chosen, candidates, tx))
    if (!allocation) {
      logger().warn({ needId, bidId }, 'the chosen bid cannot be carried by the firms that are left: the need ends')
      return void (await needs.move(needId, 'expire', tx))
    }
    const award = { need, group: await groups.get(need.groupId, tx), chosen, allocation, ballotId, now }
    const mission = missionFrom(newId(), award)
    const shares = sharesFrom(mission, award, await pledges.idsOf(needId, tx))
    const milestones = milestonesFrom(mission, shares, award)
    await missionStore.insert(mission, shares, milestones, tx)
    await drawUpContract({ mission, shares, milestones, version: 1, amendmentTurn: null, now }, tx)
    await pledges.convert(needId, mission.firmIds, tx)
    await bids.settle(needId, bidId, tx)
    await needs.setMission(needId, mission._id, tx)
    await needs.move(needId, 'award', tx)
    tx.emit(
      missionAwarded(
        mission,
        shares.map((share) => share._id),
      ),
    )
  })

/** Null where the rules refuse: too few firms, caps too low, or a tax situation that is not served. */
const allocate = async (chosen: BidForBallot, candidates: Candidate[], tx: Transaction): Promise<MissionAllocation | null> => {
  const { members } = coalitionOf(chosen.offer, candidates)
  const taxes = await organisations.taxProfilesOf([chosen.freelancerId, ...members], tx)
  try {
    return allocateMission({
      offer: chosen.offer,
      firms: candidates.filter((candidate) => members.includes(candidate.firmId)),
      milestones: chosen.milestones.map(({ id, lotId, partOfLotBp }) => ({ id, lotId, weight: partOfLotBp })),
      vat: {
        supplier: organisations.asSupplier(taxes.get(chosen.freelancerId)),
        buyers: new Map(members.map((firmId) => [firmId, organisations.asBuyer(taxes.get(firmId))])),
      },
    })
  } catch (error) {
    if (error instanceof DomainError) return null
    throw error
  }
}
