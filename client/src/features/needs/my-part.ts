import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { STANDARD_VAT_BP, withVat } from '@mutuo/shared/money/vat.ts'

/** What the reader would pay by joining: for the firms that are there and itself, and never fewer than the mission needs; once the table is closed, for those that are there. */
export const partOf = ({ state, curve, funding, myPledgeId }: NeedView) => {
  const joins = state === 'gathering' && !myPledgeId
  const firms = Math.max(funding.firms + (joins ? 1 : 0), funding.minFirms)
  const point = curve.points.find((one) => one.firms >= firms) ?? curve.points.at(-1)
  if (!point) return null
  return {
    firms: point.firms,
    netMinor: point.myShareMinor,
    grossMinor: withVat(point.myShareMinor, { rateBp: STANDARD_VAT_BP }).grossMinor,
  }
}
