import type { OrganisationMark } from '@mutuo/shared/organisations/organisation.schema.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { GroupRecord } from '../groups/index.ts'
import type { BallotRecord } from './ballot.model.ts'
import type { VoteRecord } from './vote.model.ts'

/** Who looks at a ballot, when, and what its parts are shown from. */
export type BallotReader = {
  ballot: BallotRecord
  viewer: Viewer
  group: GroupRecord
  now: Date
  /** Of this round. */
  votes: readonly VoteRecord[]
  mark: (organisationId: string) => OrganisationMark
}

export const isAssociation = ({ viewer, group }: BallotReader): boolean => viewer.organisationId === group.associationId
