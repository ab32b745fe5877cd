import { keysetPage } from '../mongo/keyset-page.ts'
import { AuditModel, type AuditRecord } from './audit.model.ts'

/** A page of the log, latest first. */
export const auditLines = ({ limit, cursor }: { limit: number; cursor?: string | undefined }) =>
  keysetPage<AuditRecord>(AuditModel, { filter: {}, sortKey: 'seq', direction: 'desc', limit, cursor: cursor ?? null })
