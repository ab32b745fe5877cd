import type { ReactNode } from 'react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { BidChange } from '@mutuo/shared/bids/bid.schema.ts'
import { money, percent } from '../../platform/format.ts'
import { When } from '../../ui/when.tsx'
import classes from './negotiation.module.css'

type Row = { label: string; before: ReactNode; after: ReactNode }
type Props = { caption: string; changes: readonly BidChange[]; first?: ReactNode }

/** What differs, one line a thing: what it was, struck out, and what it is. */
export const ChangeTable = ({ caption, changes, first }: Props) => {
  const { t } = useTranslation('negotiation')
  return (
    <table className={classes['diff']}>
      <caption className="sr">{caption}</caption>
      <tbody>
        {first}
        {changes
          .flatMap((change) => rowsOf(change, t))
          .map(({ label, before, after }, index) => (
            <tr key={index}>
              <th scope="row">{label}</th>
              <td>
                <Was>{before}</Was> {before ? <b>{after}</b> : after}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}

/** What was, struck out for the eye and said for the ear. */
export const Was = ({ children }: { children: ReactNode }) => {
  const { t } = useTranslation('negotiation')
  if (!children) return null
  return (
    <del>
      <span className="sr">{t('before')}</span>
      {children}
    </del>
  )
}

type Change<W extends BidChange['what']> = Extract<BidChange, { what: W }>
type Words = TFunction<'negotiation'>

const rowsOf = (change: BidChange, t: Words): Row[] => {
  if (change.what === 'tier') return tierRows(change, t)
  if (change.what === 'milestone') return [milestoneRow(change, t)]
  if (change.what === 'condition') return [{ label: t('rows.condition'), before: change.before, after: change.after }]
  if (change.what === 'parts' || change.what === 'letter')
    return [{ label: t(`rows.${change.what}`), before: null, after: t('values.redone') }]
  return [{ label: t(`rows.${change.what}`), before: <When at={change.before} as="day" />, after: <When at={change.after} as="day" /> }]
}

/** Of a tier that stays, only the figure that moves. */
const tierRows = ({ minFirms: count, before, after }: Change<'tier'>, t: Words): Row[] => {
  const whole = (amountMinor: number) => money(amountMinor, { whole: true })
  if (before && after)
    return (['commonMinor', 'perFirmMinor'] as const)
      .filter((figure) => before[figure] !== after[figure])
      .map((figure) => ({ label: t(`rows.${figure}`, { count }), before: whole(before[figure]), after: whole(after[figure]) }))
  const words = (tier: typeof before) =>
    tier ? t('values.tier', { common: whole(tier.commonMinor), each: whole(tier.perFirmMinor) }) : t('values.none')
  return [{ label: t('rows.tier', { count }), before: before && words(before), after: words(after) }]
}

const milestoneRow = ({ title, before, after }: Change<'milestone'>, t: Words): Row => {
  const isSamePart = before?.partOfLotBp === after?.partOfLotBp
  const words = (plan: typeof before) => {
    if (!plan) return t('values.none')
    return isSamePart ? (
      <When at={plan.dueOn} as="day" />
    ) : (
      t('values.plan', { on: plan.dueOn, part: percent(plan.partOfLotBp / 10_000, 2) })
    )
  }
  const isRewritten = isSamePart && before?.dueOn === after?.dueOn
  return {
    label: t('rows.milestone', { title }),
    before: before && !isRewritten && words(before),
    after: isRewritten ? t('values.redone') : words(after),
  }
}
