import type { listAudit as endpoint } from '@mutuo/shared/administration/administration.endpoints.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { findBrokenLink } from '../../platform/audit/append-audit.ts'
import { auditLines } from '../../platform/audit/audit-lines.ts'
import { accounts } from '../accounts/index.ts'

/** Who did what to what, latest first, and whether the chain still holds. */
export const listAudit = async ({ input }: Call<typeof endpoint>) => {
  const [page, broken] = await Promise.all([auditLines({ limit: input.limit, cursor: input.cursor }), findBrokenLink()])
  const people = await accounts.many(page.items.map((line) => line.actor))
  return {
    items: page.items.map((line) => ({
      seq: line.seq,
      at: line.at.toISOString(),
      actor: people.get(line.actor)?.name ?? line.actor,
      action: line.action,
      object: line.object,
      detail: JSON.stringify({ ...(line.before && { before: line.before }), ...(line.after && { after: line.after }) }),
    })),
    isChainIntact: broken === undefined,
    ...(page.nextCursor && { nextCursor: page.nextCursor }),
  }
}
