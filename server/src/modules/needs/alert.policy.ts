import { no, yes } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { AlertRecord } from './alert.model.ts'

/** Of one person for one organisation: more would be noise. */
export const MOST_ALERTS = 20

/** Those who join needs, and those who bid for them. */
export const maySaveAlert = ({ organisationKind }: Viewer) =>
  organisationKind === 'sme' || organisationKind === 'freelancer' ? yes : no('FORBIDDEN')

/** A saved search is its person's own: for anybody else it does not exist. */
export const isOwnAlert = (viewer: Viewer, alert: Pick<AlertRecord, 'userId' | 'organisationId'>): boolean =>
  viewer.userId === alert.userId && viewer.organisationId === alert.organisationId
