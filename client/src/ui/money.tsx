import { money } from '../platform/format.ts'

/** An amount of cents: `1 234,50 €`. `tax` writes HT or TTC after it, `whole` drops cents that are zero. */
export const Money = ({
  minor,
  tax,
  whole = false,
  signed = false,
}: {
  minor: number
  tax?: 'HT' | 'TTC' | undefined
  whole?: boolean
  signed?: boolean
}) => (
  <span className="nowrap">
    {money(minor, { whole, signed })}
    {tax && `\u00a0${tax}`}
  </span>
)
