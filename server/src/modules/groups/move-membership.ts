import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { membershipProcess } from '@mutuo/shared/groups/membership.process.ts'
import { canMove } from '@mutuo/shared/process/process.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import { audit } from '../../platform/audit/audit.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { findGroup } from './find-group.ts'
import { membershipEvent } from './group.events.ts'
import type { GroupRecord } from './group.model.ts'
import { mayAdminister } from './group.policy.ts'
import { membershipStore } from './membership.store.ts'

type AssociationMove = 'approve' | 'refuse' | 'suspend' | 'restore'
type Said = { viewer: Viewer; input: { groupId: string; membershipId: string; reason?: string }; now: Date; ip: string }

const told = { approve: 'activated', refuse: 'refused', suspend: 'suspended', restore: 'restored' } as const

/** What the association decides on a firm's place. @throws NOT_FOUND, ASSOCIATION_ONLY, STALE_STATE */
const decide =
  (move: AssociationMove) =>
  ({ viewer, input: { groupId, membershipId, reason }, now, ip }: Said): Promise<GroupRecord> =>
    transaction(async (tx) => {
      const group = await findGroup(groupId, tx)
      allow(mayAdminister(viewer, group))
      const membership = await membershipStore.find(groupId, membershipId, tx)
      if (!membership) throw new DomainError('NOT_FOUND')
      if (!canMove(membershipProcess, membership.state, move, 'association')) throw new DomainError('STALE_STATE')
      const state = membershipProcess.moves[move].to
      const after = await membershipStore.change(membership, { state, since: now, reason: reason ?? null }, tx)
      const change = { before: { state: membership.state }, after: { state, ...(reason && { reason }) } }
      await audit(
        { actor: { userId: viewer.userId }, action: `membership.${move}`, object: `membership:${membershipId}`, ...change, ip },
        tx,
      )
      tx.emit(membershipEvent(told[move], group, after))
      return group
    })

export const approveMembership = decide('approve')
export const refuseMembership = decide('refuse')
export const suspendMembership = decide('suspend')
export const restoreMembership = decide('restore')
