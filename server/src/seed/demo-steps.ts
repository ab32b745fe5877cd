import { splitByWeight } from '@mutuo/shared/money/largest-remainder.ts'
import { v7 as newId } from 'uuid'
import { now, setClock } from '../platform/clock.ts'
import { drainEvents } from '../platform/events/deliver-events.ts'
import { demoPassword, openPayout, saveCard, type Actor } from './people.ts'

const dayMs = 86_400_000
const startedAt = Date.now()

/** Lives the demo some days ago: what happens then is dated then, and time goes on from there. */
export const travelTo = (daysAgo: number): void => {
  const from = Date.now()
  setClock(() => new Date(startedAt - daysAgo * dayMs + (Date.now() - from)))
}

export const inDays = (days: number): string => {
  const at = new Date(now().getTime() + days * dayMs)
  at.setUTCHours(17, 0, 0, 0)
  return at.toISOString()
}
export const dayIn = (days: number): string => inDays(days).slice(0, 10)

type LotSaid = { kind: 'common' | 'own'; title: string; description: string; targetMinor: number; shareKey?: string }
export type NeedSaid = {
  title: string
  summary: string
  skills: string[]
  communeCode: string
  lots: LotSaid[]
  minFirms: number
  targetFirms: number
  gathersDays?: number
  rules?: object
}

/** A draft, whose deadlines follow each other from today. */
export const writeNeed = async (leader: Actor, groupId: string, { gathersDays = 9, lots, ...said }: NeedSaid) =>
  leader.post('/needs', {
    id: newId(),
    groupId,
    ...said,
    lots: lots.map((lot) => ({ id: newId(), ...lot, ...(lot.kind === 'common' && { shareKey: lot.shareKey ?? 'equal' }) })),
    gatheringClosesAt: inDays(gathersDays),
    bidsCloseAt: inDays(gathersDays + 6),
    voteClosesAt: inDays(gathersDays + 14),
    startsOn: dayIn(gathersDays + 30),
    rules: said.rules ?? {},
  })

export const publish = async (leader: Actor, needId: string) => {
  const need = await leader.post(`/needs/${needId}/publication`)
  await drainEvents()
  return need
}

type PledgeSaid = { capMinor: number; conditions?: object; coverMinor?: number; units?: number; card?: string }

/** "Moi aussi", a card on Stripe's page, the promise. */
export const pledge = async (
  owner: Actor,
  needId: string,
  { capMinor, conditions = {}, coverMinor = 0, units = 1, card }: PledgeSaid,
): Promise<void> => {
  const { id, version } = await owner.post(`/needs/${needId}/pledges`, { id: newId(), capMinor, coverMinor, units, conditions })
  const { card: known } = await owner.get('/payment-method')
  if (!known || card) await saveCard(owner, card)
  await owner.post(`/pledges/${id}/confirmation`, { version, consents: true })
  await drainEvents()
}

type BidSaid = {
  tiers: { minFirms: number; commonMinor: number; perFirmMinor: number }[]
  letter: string
  milestones: Record<string, string[]>
  startsInDays?: number
  deliversInDays?: number
}

/** Of a lot with one, two or three milestones. */
const roundParts: Record<number, readonly number[]> = { 1: [10_000], 2: [5_000, 5_000], 3: [3_000, 4_000, 3_000] }

/** A bid with, for each lot of the need in its order, the titles of its milestones. */
export const bid = async (freelancer: Actor, needId: string, said: BidSaid) => {
  const { status } = await freelancer.get('/payout-account')
  if (status !== 'active') await openPayout(freelancer)
  const { content } = await freelancer.get(`/needs/${needId}`)
  const lots = content.lots as { id: string; kind: string; title: string; targetMinor: number }[]
  const partsOf = (kind: string) => parts(lots.filter((lot) => lot.kind === kind))
  const { startsInDays = 30, deliversInDays = 120 } = said
  const milestones = lots.flatMap((lot) => {
    const titles = said.milestones[lot.title] ?? [lot.title]
    return titles.map((title, at) => ({
      id: newId(),
      lotId: lot.id,
      title,
      description: '',
      partOfLotBp: roundParts[titles.length]?.[at] ?? 0,
      dueOn: dayIn(startsInDays + 15 * (at + 1)),
    }))
  })
  const prepared = await freelancer.post(`/needs/${needId}/bids`, {
    id: newId(),
    tiers: said.tiers,
    commonLots: partsOf('common'),
    ownLots: partsOf('own'),
    milestones,
    startsOn: dayIn(startsInDays),
    deliversOn: dayIn(deliversInDays),
    letter: said.letter,
  })
  const submitted = await freelancer.post(`/bids/${prepared.id}/submission`, { version: prepared.version })
  await drainEvents()
  return submitted
}

/** In the proportions of the need's own targets, in hundredths of a per cent. */
const parts = (lots: { id: string; targetMinor: number }[]) => {
  const weights = lots.map((lot) => lot.targetMinor)
  const lotIds = lots.map((lot) => lot.id)
  const shares = lots.length > 0 ? splitByWeight(10_000, weights, lotIds) : []
  return lotIds.map((lotId, at) => ({ lotId, partBp: shares[at] ?? 0 }))
}

/** Bidding, then the vote, before their time. */
export const openVote = async (leader: Actor, needId: string): Promise<string> => {
  await leader.post(`/needs/${needId}/bidding`)
  await drainEvents()
  await leader.post(`/needs/${needId}/vote`)
  await drainEvents()
  return (await leader.get(`/needs/${needId}`)).ballotId as string
}

export const vote = async (owner: Actor, ballotId: string, values: Record<string, number>, reason?: string): Promise<void> => {
  const choices = Object.entries(values).map(([bidId, value]) => ({ bidId, value }))
  await owner.post(`/ballots/${ballotId}/votes`, { abstains: false, choices, ...(reason && { reason }) })
}

/** The vote closes; each firm is charged its own share. */
export const award = async (leader: Actor, needId: string, ballotId: string): Promise<string> => {
  await leader.post(`/ballots/${ballotId}/closing`)
  await drainEvents()
  return (await leader.get(`/needs/${needId}`)).missionId as string
}

export const say = async (who: Actor, subjectId: string, audience: string, text: string): Promise<void> => {
  const { items } = await who.get(`/rooms?subjectId=${subjectId}`)
  const room = (items as { id: string; audience: string }[]).find((each) => each.audience === audience)
  if (!room) throw new Error(`${who.name} reads no room ${audience} of ${subjectId}`)
  await who.post(`/rooms/${room.id}/messages`, { clientId: crypto.randomUUID(), text })
}

/** Each in its own name, with the password typed again. */
export const acceptContract = async (parties: Actor[], missionId: string): Promise<void> => {
  for (const party of parties) await party.post(`/missions/${missionId}/contract/acceptance`, { version: 1, password: demoPassword })
  await drainEvents()
}

export const deliver = async (freelancer: Actor, missionId: string, position: number, note: string): Promise<string> => {
  const mission = await freelancer.get(`/missions/${missionId}`)
  const milestone = (mission.milestones as { id: string; version: number; position: number }[]).find((each) => each.position === position)
  if (!milestone) throw new Error(`mission ${missionId} has no milestone ${position}`)
  await freelancer.post(`/missions/${missionId}/milestones/${milestone.id}/delivery`, { version: milestone.version, note, links: [] })
  await drainEvents()
  return milestone.id
}

/** One side's review of a mission that is over. */
export const review = (who: Actor, missionId: string, content: object) =>
  who.post(`/missions/${missionId}/reviews`, { id: newId(), content })

export const accept = async (owners: Actor[], missionId: string, milestoneId: string): Promise<void> => {
  for (const owner of owners) {
    const { milestones } = await owner.get(`/missions/${missionId}`)
    const state = (milestones as { id: string; state: string }[]).find((each) => each.id === milestoneId)?.state
    if (state === 'delivered') await owner.post(`/missions/${missionId}/milestones/${milestoneId}/acceptance`, {})
    await drainEvents()
  }
}
