import type { ReactNode } from 'react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { BidChange } from '@mutuo/shared/bids/bid.schema.ts'
import { money, percent } from '../../platform/format.ts'
import { When } from '../../ui/when.tsx'
import classes from './negotiation.module.css'

type Row = { key: string; label: string; before: ReactNode; after: ReactNode }
type Props = { caption: string; changes: readonly BidChange[]; first?: ReactNode }

/** What differs, one line a thing: what it was, struck out, and what it is. */
export const ChangeTable = ({ caption, changes, first }: Props) => {
  const { t } = useTranslation('negotiation')
  return (
    <table className={classes['diff']}>
      <caption className="sr">{caption}</caption>
      <tbody>
        {first}
        {changes.map((change, index) => {
          const { key, label, before, after } = rowOf(change, index, t)
          return (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td>
                <Was>{before}</Was> <b>{after}</b>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** What was, struck out for the eye and said for the ear. */
export const Was = ({ children }: { children: ReactNode }) => {
  const { t } = useTranslation('negotiation')
  if (children === null || children === undefined) return null
  return (
    <del>
      <span className="sr">{t('before')}</span>
      {children}
    </del>
  )
}

type Price = { commonMinor: number; perFirmMinor: number } | null
type Plan = { dueOn: string; partOfLotBp: number } | null

const rowOf = (change: BidChange, index: number, t: TFunction<'negotiation'>): Row => {
  const key = `${index}`
  const price = (tier: Price) =>
    tier
      ? t('values.tier', { common: money(tier.commonMinor, { whole: true }), each: money(tier.perFirmMinor, { whole: true }) })
      : t('values.none')
  const plan = (milestone: Plan) =>
    milestone ? t('values.plan', { on: milestone.dueOn, part: percent(milestone.partOfLotBp / 10_000, 2) }) : t('values.none')
  if (change.what === 'tier')
    return { key, label: t('rows.tier', { count: change.minFirms }), before: price(change.before), after: price(change.after) }
  if (change.what === 'milestone')
    return { key, label: t('rows.milestone', { title: change.title }), before: plan(change.before), after: plan(change.after) }
  if (change.what === 'condition') return { key, label: t('rows.condition'), before: change.before, after: change.after }
  if (change.what === 'parts' || change.what === 'letter')
    return { key, label: t(`rows.${change.what}`), before: null, after: t('values.redone') }
  return { key, label: t(`rows.${change.what}`), before: <When at={change.before} as="day" />, after: <When at={change.after} as="day" /> }
}
