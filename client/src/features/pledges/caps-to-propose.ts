import { roundedUpMinor } from '@mutuo/shared/money/rounded-up.ts'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'

const tenEurosMinor = 1000

/** Round amounts that make sense: the price at the need's target, at its minimum, and today's. */
export const capsToPropose = ({ curve, funding }: NeedView) => {
  const at = (firms: number) => curve.points.find((point) => point.firms === firms)
  const wanted = [
    { key: 'target' as const, point: at(funding.targetFirms) },
    { key: 'minimum' as const, point: at(Math.max(funding.minFirms, funding.firms + 1)) },
    { key: 'safe' as const, point: at(Math.min(funding.minFirms, funding.firms)) },
  ]
  const found = wanted.flatMap(({ key, point }) =>
    point ? [{ key, firms: point.firms, minor: roundedUpMinor(point.myShareMinor, tenEurosMinor) }] : [],
  )
  return found.filter((one, index) => found.findIndex(({ minor }) => minor === one.minor) === index)
}
