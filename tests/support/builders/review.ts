import { openWindow } from '@mutuo/server/modules/reviews/open-window.ts'
import type { MissionRecord } from '@mutuo/server/modules/missions/mission.model.ts'
import { missionStore } from '@mutuo/server/modules/missions/mission.store.ts'
import { now } from '@mutuo/server/platform/clock.ts'
import { transaction } from '@mutuo/server/platform/mongo/transaction.ts'
import type { MissionReviews, ReviewContent, ReviewPage } from '@mutuo/shared/reviews/review.schema.ts'
import { v7 as newId } from 'uuid'
import type { App } from '../app.ts'
import { aFreelancer, aGroupWithMembers, ok, type Group, type Persona } from '../personas.ts'
import { dayIn } from './need.ts'

export type Finished = Group & { freelancer: Persona; missionId: string }

/** A mission that is over, with its window open: its record alone, for what comes after it. How a mission ends is for the tests of missions. */
export const aFinishedMission = async (app: App, { firms = 3 } = {}): Promise<Finished> => {
  const [group, freelancer] = await Promise.all([aGroupWithMembers(app, firms), aFreelancer(app)])
  const missionId = await finishMission(group, freelancer)
  await app.drain()
  return { ...group, freelancer, missionId }
}

/** Another one of the same people. */
export const finishMission = async (group: Group, freelancer: Persona, owners = group.owners): Promise<string> => {
  const mission = missionOf(group, freelancer, owners)
  await transaction((tx) => missionStore.insert(mission, [], [], tx))
  await openWindow(mission._id)
  return mission._id
}

const missionOf = ({ id, association }: Group, freelancer: Persona, owners: Persona[]): MissionRecord => ({
  _id: newId(),
  needId: newId(),
  groupId: id,
  associationId: association.organisationId,
  ballotId: newId(),
  bidId: newId(),
  leaderId: owners[0]!.organisationId,
  freelancerId: freelancer.organisationId,
  firmIds: owners.map(({ organisationId }) => organisationId),
  title: 'Référencement local de nos boutiques',
  state: 'completed',
  version: 1,
  totalMinor: 180_000,
  startsOn: dayIn(-60),
  endsOn: dayIn(-1),
  rules: {
    commonAcceptance: 'all',
    tacitAcceptanceDays: 14,
    graceDays: 7,
    commissionBp: 200,
    platformFeeBp: 0,
    amountsOpenToAssociation: false,
    noticeDays: 30,
  },
  delegateIds: [],
  paidShares: owners.length,
  openMilestones: 0,
  awardedAt: now(),
  startedAt: now(),
  endedAt: now(),
  history: [],
})

type OfFreelancer = Extract<ReviewContent, { kind: 'of_freelancer' }>
type OfGroup = Extract<ReviewContent, { kind: 'of_group' }>

export const ofFreelancer = (overall = 4, said: Partial<OfFreelancer> = {}): OfFreelancer => ({
  kind: 'of_freelancer',
  marks: { overall, quality: overall, deadlines: 4, listening: 5 },
  text: 'À l’heure, et clair avec chacun de nous.',
  wouldWorkAgain: true,
  isSigned: false,
  ...said,
})

export const ofGroup = (overall = 5, said: Partial<OfGroup> = {}): OfGroup => ({
  kind: 'of_group',
  marks: { overall, clarity: 4, availability: 3, payment: 5 },
  text: 'Un groupement qui sait ce qu’il veut.',
  wouldWorkAgain: true,
  ...said,
})

export const review = (who: Pick<Persona, 'post'>, missionId: string, content: ReviewContent, id = newId()) =>
  who.post(`/missions/${missionId}/reviews`, { id, content })

export const reviewsOfMission = async (who: Pick<Persona, 'get'>, missionId: string): Promise<MissionReviews> =>
  ok(await who.get(`/missions/${missionId}/reviews`)).body as MissionReviews

export const reviewsOfFreelancer = async (who: Pick<Persona, 'get'>, { organisationId }: Pick<Persona, 'organisationId'>) =>
  ok(await who.get(`/organisations/${organisationId}/reviews`)).body as ReviewPage
