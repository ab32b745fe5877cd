import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { NeedTerms } from '@mutuo/shared/needs/need.schema.ts'
import type { Visitor } from '../../platform/access/viewer.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { discoverNeeds } from './discover-needs.ts'
import { findNeed, isInside } from './find-need.ts'
import { moveBySystem, type NeedMove } from './move-need.ts'
import { minimumReached } from './need.events.ts'
import type { NeedRecord } from './need.model.ts'
import { questionStore } from './question.store.ts'
import { readsBallot } from './participation.ts'
import { needStore, type Progress } from './need.store.ts'

export { byNeed } from './by-need.ts'
export type { NeedRecord } from './need.model.ts'
export type { ListedNeed } from './need.store.ts'
export type { CardFacts, NeedFacts } from './participation.ts'
export { provideBallots, provideBidders, provideParticipation, provideWork } from './participation.ts'
export { mayBid, mayJoin, mayLead } from './need.policy.ts'

/** What later modules may ask of needs. */
export const needs = {
  /** @throws NOT_FOUND also when the viewer may not know of it */
  getVisible: (viewer: Visitor, needId: string, tx?: Transaction): Promise<NeedRecord> => findNeed(viewer, needId, tx),

  /** Without asking who looks. @throws NOT_FOUND */
  async get(needId: string, tx?: Transaction): Promise<NeedRecord> {
    const need = await needStore.find(needId, tx)
    if (!need) throw new DomainError('NOT_FOUND')
    return need
  },

  many: (needIds: readonly string[]): Promise<NeedRecord[]> => needStore.many(needIds),

  /** The latest closing first. */
  ofAssociation: (associationId: string): Promise<NeedRecord[]> => needStore.ofAssociation(associationId),

  /** What the viewer may find, by the same rules as the list of needs. */
  discover: discoverNeeds,

  /** Whether the viewer is among the group's members, its association or the platform's administrators. */
  isInside: (viewer: Visitor, need: Pick<NeedRecord, 'groupId' | 'associationId'>, tx?: Transaction): Promise<boolean> =>
    isInside(viewer, need, tx),

  /** Whether the need has a vote that the viewer may read. */
  readsBallot,

  /** How many questions each has asked about the need, and how many of them are answered. */
  async questionsIn(needId: string): Promise<Map<string, { asked: number; answered: number }>> {
    const asked = new Map<string, { asked: number; answered: number }>()
    for (const { askerId, state, count } of await questionStore.countsByAsker(needId)) {
      const { asked: before, answered } = asked.get(askerId) ?? { asked: 0, answered: 0 }
      asked.set(askerId, { asked: before + count, answered: answered + (state === 'answered' ? count : 0) })
    }
    return asked
  },

  /** By the system. @throws STALE_STATE */
  move: (needId: string, move: NeedMove, tx: Transaction): Promise<NeedRecord> => moveBySystem(needId, move, tx),

  async setBallot(needId: string, ballotId: string, tx: Transaction): Promise<void> {
    await needStore.change(await needs.get(needId, tx), { ballotId }, null, tx)
  },

  async setMission(needId: string, missionId: string, tx: Transaction): Promise<void> {
    await needStore.change(await needs.get(needId, tx), { missionId }, null, tx)
  },

  /**
   * To be asked first by a transaction that changes a pledge or a bid: who comes second is told at once and tries again, instead of finding out at the end.
   */
  hold: (needId: string, tx: Transaction): Promise<void> => needStore.hold(needId, tx),

  /** How far the firms are, and how many bids came or went, in the transaction that changed them. @throws STALE_STATE */
  async note(need: NeedRecord, progress: Progress, bids: number, tx: Transaction): Promise<void> {
    await needStore.note(need, progress, bids, tx)
    if (progress.isMinimumReached && !need.isMinimumReached) tx.emit(minimumReached(need))
  },

  /** What of a need decides prices and coalitions. */
  termsOf: ({ _id, content }: Pick<NeedRecord, '_id' | 'content'>): NeedTerms => {
    const { lots, weighing, minimumShareMinor, minFirms, targetFirms, startsOn } = content
    return { id: _id, lots, weighing, minimumShareMinor, minFirms, targetFirms, startsOn }
  },
}
