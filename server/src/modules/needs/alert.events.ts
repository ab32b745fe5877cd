import type { AlertRecord } from './alert.model.ts'
import type { NeedRecord } from './need.model.ts'

/** Its person's own: what was found, and where it is read. */
export const alertFound = ({ _id, userId, organisationId }: AlertRecord, needs: readonly NeedRecord[], path: `/${string}`) => ({
  name: 'alert.found',
  key: _id,
  data: { alertId: _id, userId, organisationId, count: needs.length, title: needs[0]?.content.title ?? '', path },
})
