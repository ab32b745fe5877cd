import type { Funding, NeedView, PriceCurve } from '@mutuo/shared/needs/need.schema.ts'
import type { Visitor } from '../../platform/access/viewer.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import type { NeedRecord } from './need.model.ts'
import type { ListedNeed } from './need.store.ts'

/** What a need's page says of its firms, seen by one viewer. */
export type NeedFacts = {
  funding: Funding
  curve: PriceCurve
  firms: { firmId: string; units: number; standing: NeedView['firms'][number]['standing'] }[]
  hints: NeedView['hints']
  myPledgeId: string | null
}
export type CardFacts = { funding: Funding; firmIds: string[]; myShareMinor: number; myShareFirms: number; isParticipating: boolean }

/** Facts that later modules hold: each registers its own when it starts to listen. */
type Participation = {
  ofNeed(need: NeedRecord, viewer: Visitor, seesFirms: boolean): Promise<NeedFacts>
  ofCards(needs: readonly ListedNeed[], viewer: Visitor): Promise<Map<string, CardFacts>>
  /** Needs in which the firm has a pledge that was not withdrawn, the latest first. */
  needIdsOf(firmId: string, limit: number): Promise<string[]>
  takesPart(firmId: string, needId: string, tx?: Transaction): Promise<boolean>
  /** Who joined which of the needs and when, those who withdrew left out. */
  joinersOf(needIds: readonly string[]): Promise<{ needId: string; firmId: string; at: Date }[]>
  /** The firms at the table, with or without a card yet. */
  liveFirmIds(needId: string, tx?: Transaction): Promise<string[]>
  /** Whether a firm's pledge could stand in another need as it is. @throws the code that says why not */
  checkMove(firmId: string, fromNeedId: string, to: NeedRecord, tx: Transaction): Promise<void>
  /** Takes these firms' pledges along and frees the others of the first need; answers those that came along. */
  movePledges(from: NeedRecord, to: NeedRecord, firmIds: readonly string[], tx: Transaction): Promise<string[]>
}
/** The steps in which the chosen bidder works, without what they cost. */
export type ChosenSteps = {
  freelancerId: string
  startsOn: string
  milestones: { lotId: string; title: string; description: string; dueOn: string }[]
}
type Bidders = {
  needIdsOf(freelancerId: string, limit: number): Promise<string[]>
  /** The freelancer's live or last bid in a need. */
  bidIdOf(freelancerId: string, needId: string, tx?: Transaction): Promise<string | null>
  chosenOf(needId: string): Promise<ChosenSteps | null>
}

type Ballots = { mayRead(viewer: Visitor, ballotId: string): Promise<boolean> }

type Work = {
  /** The firms of a mission as they are now, and whether the viewer may see it. */
  ofMission(missionId: string, viewer: Visitor): Promise<{ firmIds: string[]; isSeen: boolean }>
  /** Of several missions in one question. */
  firmIdsOf(missionIds: readonly string[]): Promise<Map<string, string[]>>
}

let firmSide: Participation | undefined
let bidderSide: Bidders | undefined
let ballotSide: Ballots | undefined
let workSide: Work | undefined

export const provideParticipation = (facts: Participation): void => {
  firmSide = facts
}

export const provideBidders = (facts: Bidders): void => {
  bidderSide = facts
}

export const provideBallots = (facts: Ballots): void => {
  ballotSide = facts
}

export const provideWork = (facts: Work): void => {
  workSide = facts
}

export const participation = (): Participation => {
  if (!firmSide) throw new Error('no module provides participation: pledges must listen before a need is shown')
  return firmSide
}

export const bidders = (): Bidders => {
  if (!bidderSide) throw new Error('no module provides bidders: bids must listen before a need is shown')
  return bidderSide
}

/** Whether the need has a vote that the viewer may read: a firm that has not pledged has none. */
export const readsBallot = async (viewer: Visitor, { ballotId }: Pick<NeedRecord, 'ballotId'>): Promise<boolean> => {
  if (!ballotSide) throw new Error('no module provides ballots: ballots must listen before a need is shown')
  return ballotId !== null && ballotSide.mayRead(viewer, ballotId)
}

export const work = (): Work => {
  if (!workSide) throw new Error('no module provides work: missions must listen before a need is shown')
  return workSide
}
