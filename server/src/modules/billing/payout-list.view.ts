import type { listPayouts as endpoint } from '@mutuo/shared/billing/billing.endpoints.ts'
import type { Payout } from '@mutuo/shared/billing/billing.schema.ts'
import { sumMinor } from '@mutuo/shared/money/money.ts'
import type { OrganisationMark } from '@mutuo/shared/organisations/organisation.schema.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { missions, type MilestoneRecord } from '../missions/index.ts'
import { organisations } from '../organisations/index.ts'
import { isFreelancer } from './billing.policy.ts'
import type { TransferRecord } from './transfer.model.ts'
import { transferStore } from './transfer.store.ts'

/** What each milestone brought, mission by mission, with the part of each firm. @throws FREELANCER_ONLY */
export const listPayouts = async ({ viewer, input }: Call<typeof endpoint>) => {
  allow(isFreelancer(viewer))
  const page = await missions.pageOfFreelancer(organisationOf(viewer), input.limit, input.cursor)
  const missionIds = page.items.map((mission) => mission._id)
  const items = await presentPayouts(await transferStore.ofMissions(missionIds))
  return { items, ...(page.nextCursor && { nextCursor: page.nextCursor }) }
}

/** The latest milestones that brought something, each whole. */
export const latestPayouts = async (freelancerId: string, limit: number): Promise<Payout[]> => {
  const latest = await transferStore.ofFreelancer(freelancerId, lookedAt)
  const milestoneIds = [...new Set(latest.map((transfer) => transfer.milestoneId))].slice(0, limit)
  const missionIds = latest.filter((transfer) => milestoneIds.includes(transfer.milestoneId)).map((transfer) => transfer.missionId)
  return presentPayouts(await transferStore.ofMilestones([...new Set(missionIds)], milestoneIds))
}

/** More than the firms of one milestone. */
const lookedAt = 250

/** One line a milestone, the latest first. */
const presentPayouts = async (transfers: TransferRecord[]): Promise<Payout[]> => {
  const missionIds = [...new Set(transfers.map((transfer) => transfer.missionId))]
  const [own, milestones, marks] = await Promise.all([
    missions.many(missionIds),
    missions.milestonesOf(missionIds),
    organisations.marksOf([...new Set(transfers.map((transfer) => transfer.firmId))]),
  ])
  const titles = new Map(own.map((mission) => [mission._id, mission.title]))
  return milestones
    .flatMap((milestone) => {
      const parts = transfers.filter((transfer) => transfer.milestoneId === milestone._id)
      return parts.length > 0 ? [presentPayout(milestone, titles.get(milestone.missionId) ?? '', parts, marks)] : []
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1))
}

const presentPayout = (
  milestone: MilestoneRecord,
  missionTitle: string,
  parts: TransferRecord[],
  marks: ReadonlyMap<string, OrganisationMark>,
): Payout => {
  const sent = parts.filter((part) => part.state === 'sent')
  const moments = (sent.length > 0 ? sent : parts).map((part) => part.sentAt ?? part.bookedAt)
  return {
    missionId: milestone.missionId,
    missionTitle,
    milestoneId: milestone._id,
    milestoneTitle: milestone.title,
    at: new Date(Math.max(...moments.map(Number))).toISOString(),
    state: sent.length === parts.length ? 'sent' : sent.length > 0 ? 'partly' : 'waiting',
    amountMinor: sumMinor(parts.map((part) => part.amountMinor)),
    sentMinor: sumMinor(sent.map((part) => part.amountMinor)),
    grossMinor: sumMinor(parts.map((part) => part.grossMinor)),
    parts: [...new Set(parts.map(({ firmId }) => firmId))].flatMap((firmId) => {
      const firm = marks.get(firmId)
      const its = parts.filter((part) => part.firmId === firmId)
      return firm ? [presentPart(firm, its)] : []
    }),
  }
}

/** A firm's part may come out of two of its charges: it is sent when both have left. */
const presentPart = (firm: OrganisationMark, transfers: readonly TransferRecord[]): Payout['parts'][number] => {
  const moments = transfers.flatMap(({ sentAt }) => sentAt ?? [])
  const isSent = moments.length === transfers.length
  return {
    firm,
    amountMinor: sumMinor(transfers.map((transfer) => transfer.amountMinor)),
    ...(isSent && { sentAt: new Date(Math.max(...moments.map(Number))).toISOString() }),
  }
}
