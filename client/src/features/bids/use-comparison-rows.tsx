import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BidView } from '@mutuo/shared/bids/bid.schema.ts'
import { money } from '../../platform/format.ts'
import { useSession } from '../../platform/session.tsx'
import { spelled } from '../../platform/spelled.ts'
import { Chip } from '../../ui/chip.tsx'
import { Figure } from '../../ui/figure.tsx'
import classes from './bids.module.css'
import { Delivery } from './delivery.tsx'
import { MilestoneAmounts } from './milestone-amounts.tsx'
import { MyPrice } from './my-price.tsx'
import { PriceSource } from './price-source.tsx'
import { PriceSteps, scaleOf } from './price-steps.tsx'
import { ProofList } from './proof-list.tsx'
import { QuestionsLine } from './questions-line.tsx'
import { RatingLine } from './rating-line.tsx'
import { StepsNote } from './steps-note.tsx'
import { VatLine } from './vat-line.tsx'
import { VersionLine } from './version-line.tsx'

export type ComparisonRow = {
  key: string
  label: string
  hint?: string | undefined
  /** `here` and `hereEnd` are the reader's own lines. */
  look?: 'here' | 'hereEnd' | undefined
  cell: (bid: BidView) => ReactNode
}

/** The facts that bids are compared by, the reader's own price first. */
export const useComparisonRows = (bids: readonly BidView[], firms: number): ComparisonRow[] => {
  const { t } = useTranslation(['bids', 'negotiation'])
  const isFreelancer = useSession().active?.kind === 'freelancer'
  const own = useOwnRows(bids, firms)
  const hasOwnPrice = own.length > 0
  return [
    ...own,
    {
      key: 'total',
      label: t('rows.total'),
      hint: hasOwnPrice ? undefined : t('rows.totalAt', { count: firms, firms: spelled(firms) }),
      look: hasOwnPrice ? undefined : 'here',
      cell: (bid) => (
        <div className={classes['total']}>
          <Total bid={bid} isLarge={!hasOwnPrice} />
          {hasOwnPrice && bid.badges.includes('cheapest_total') && <Chip>{t('badges.total')}</Chip>}
        </div>
      ),
    },
    { key: 'vat', label: t('rows.vat'), cell: (bid) => <VatLine bid={bid} /> },
    {
      key: 'delivery',
      label: t('rows.delivery'),
      cell: (bid) => <Delivery bid={bid} />,
    },
    ...(bids.some((bid) => (bid.latestVersion?.number ?? 0) > 1)
      ? [
          {
            key: 'version',
            label: t('negotiation:row.label'),
            cell: (bid: BidView) => bid.latestVersion && <VersionLine bid={bid} version={bid.latestVersion} />,
          },
        ]
      : []),
    { key: 'milestones', label: t('rows.milestones'), hint: t('rows.milestonesHint'), cell: (bid) => <MilestoneAmounts bid={bid} /> },
    { key: 'proofs', label: t('rows.proofs'), cell: (bid) => <ProofList proofs={bid.freelancer.proofs} /> },
    { key: 'reviews', label: t('rows.reviews'), cell: ({ freelancer }) => <RatingLine freelancer={freelancer} /> },
    {
      key: 'day',
      label: t('rows.dayRate'),
      cell: ({ freelancer }) => (freelancer.dayRateMinor === undefined ? t('notSaid') : money(freelancer.dayRateMinor, { whole: true })),
    },
    ...(bids.some((bid) => bid.questions)
      ? [
          {
            key: 'questions',
            label: t(isFreelancer ? 'rows.ownQuestions' : 'rows.questions'),
            cell: (bid: BidView) => <QuestionsLine bid={bid} />,
          },
        ]
      : []),
  ]
}

const Total = ({ bid, isLarge }: { bid: BidView; isLarge: boolean }) => {
  const { t } = useTranslation('bids')
  if (bid.totalMinor === undefined) return t('price.tooFew')
  const total = money(bid.totalMinor, { whole: true })
  return isLarge ? <Figure>{total}</Figure> : total
}

const useOwnRows = (bids: readonly BidView[], firms: number): ComparisonRow[] => {
  const { t } = useTranslation('bids')
  if (!bids.some((bid) => bid.mine)) return []
  const scale = scaleOf(bids)
  return [
    {
      key: 'mine',
      label: t('rows.mine'),
      hint: t('rows.mineAt', { count: firms, firms: spelled(firms) }),
      look: 'here',
      cell: (bid) => <MyPrice bid={bid} />,
    },
    { key: 'source', label: t('rows.source'), look: 'hereEnd', cell: (bid) => <PriceSource bid={bid} /> },
    {
      key: 'steps',
      label: t('rows.steps'),
      hint: scale.cap === undefined ? undefined : t('steps.cap', { amount: scale.cap }),
      cell: (bid) =>
        bid.mine && (
          <>
            <PriceSteps prices={bid.mine.prices} scale={scale} />
            <StepsNote mine={bid.mine} />
          </>
        ),
    },
  ]
}
