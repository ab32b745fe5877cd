import { no, yes } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { MergeRecord } from './merge.model.ts'

type Between = Pick<MergeRecord, 'proposerId' | 'otherId'>

/** A merge binds firms: owners speak, and the people of an association that leads a need itself. */
const byOwner = (viewer: Viewer) => (viewer.role === 'owner' || viewer.organisationKind === 'association' ? yes : no('OWNER_ONLY'))

export const mayReply = (viewer: Viewer, { otherId }: Between) =>
  viewer.organisationId === otherId ? byOwner(viewer) : no('OTHER_LEADER_ONLY')

export const mayWithdrawMerge = (viewer: Viewer, { proposerId }: Between) =>
  viewer.organisationId === proposerId ? byOwner(viewer) : no('PROPOSER_ONLY')

export const mayAnswerMerge = (viewer: Viewer, isInAbsorbed: boolean) => (isInAbsorbed ? byOwner(viewer) : no('NOT_IN_ABSORBED_NEED'))
