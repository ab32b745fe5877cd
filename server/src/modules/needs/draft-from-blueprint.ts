import { contentFrom, usualDays } from '@mutuo/shared/needs/blueprint.rules.ts'
import type { Blueprint } from '@mutuo/shared/needs/blueprint.schema.ts'
import { v7 as newId } from 'uuid'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { groups } from '../groups/index.ts'
import { createNeed } from './create-need.ts'
import type { NeedRecord } from './need.model.ts'
import { eveningInParis } from './paris-day.ts'

type Into = Omit<Call, 'input' | 'viewer'> & Pick<Parameters<typeof createNeed>[0], 'viewer'> & { input: { id: string; groupId: string } }

const DAY_MS = 86_400_000

/** A draft in a group, by the same way as any other: in the group's town, with the usual time for each step. @throws what createNeed throws */
export const draftFrom = async (blueprint: Blueprint, { input: { id, groupId }, ...call }: Into): Promise<NeedRecord> => {
  const { communeCode } = await groups.get(groupId)
  const dayIn = (days: number) => new Date(call.now.getTime() + days * DAY_MS).toISOString().slice(0, 10)
  const fresh = {
    communeCode,
    gatheringClosesAt: eveningInParis(dayIn(usualDays.gathering)).toISOString(),
    bidsCloseAt: eveningInParis(dayIn(usualDays.bids)).toISOString(),
    voteClosesAt: eveningInParis(dayIn(usualDays.vote)).toISOString(),
    startsOn: dayIn(usualDays.start),
  }
  return createNeed({ ...call, input: { id, groupId, ...contentFrom(blueprint, fresh, newId) } })
}
