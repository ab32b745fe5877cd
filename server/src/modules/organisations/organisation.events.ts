import type { OrganisationRecord } from './organisation.model.ts'

export const organisationCreated = ({ _id, kind }: Pick<OrganisationRecord, '_id' | 'kind'>) => ({
  name: 'organisation.created',
  key: _id,
  data: { organisationId: _id, kind },
})

export const organisationChanged = ({ _id }: Pick<OrganisationRecord, '_id'>) => ({
  name: 'organisation.changed',
  key: _id,
  data: { organisationId: _id },
})

export const colleagueRemoved = (organisationId: string, userId: string) => ({
  name: 'organisation.colleague_removed',
  key: organisationId,
  data: { organisationId, userId },
})
