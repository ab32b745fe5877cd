import { useTranslation } from 'react-i18next'
import type { BidView } from '@mutuo/shared/bids/bid.schema.ts'
import { money } from '../../platform/format.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { When } from '../../ui/when.tsx'
import classes from './bids.module.css'
import { MyPrice } from './my-price.tsx'
import { PriceSteps, scaleOf } from './price-steps.tsx'
import { myPriceNow } from './sort-bids.ts'
import { StepsNote } from './steps-note.tsx'
import { VatLine } from './vat-line.tsx'

/** What the bid costs: the reader's firm, lot by lot, and the group. */
export const PriceCard = ({ bid }: { bid: BidView }) => {
  const { t } = useTranslation('bids')
  const scale = scaleOf([bid])
  return (
    <Card>
      {bid.mine && (
        <>
          <CardHead title={t('rows.mine')} />
          <MyPrice bid={bid} />
          <p>
            <VatLine bid={bid} />
          </p>
          {bid.mine.parts.length > 0 && <Parts bid={bid} mine={bid.mine} />}
          <div>
            {scale.cap !== undefined && <small>{t('steps.cap', { amount: scale.cap })}</small>}
            <PriceSteps prices={bid.mine.prices} scale={scale} />
            <StepsNote mine={bid.mine} />
          </div>
        </>
      )}
      <dl className={classes['facts']}>
        <dt>{t('rows.total')}</dt>
        <dd>{bid.totalMinor === undefined ? t('price.tooFew') : money(bid.totalMinor, { whole: true })}</dd>
        {bid.content && (
          <>
            <dt>{t('one.starts')}</dt>
            <dd>
              <When at={bid.content.startsOn} as="day" />
            </dd>
            <dt>{t('rows.delivery')}</dt>
            <dd>
              <b>
                <When at={bid.content.deliversOn} as="day" />
              </b>
            </dd>
          </>
        )}
      </dl>
    </Card>
  )
}

const Parts = ({ bid, mine }: { bid: BidView; mine: NonNullable<BidView['mine']> }) => {
  const { t } = useTranslation('bids')
  const now = myPriceNow(bid)?.shareMinor
  return (
    <DataTable
      caption={t('rows.source')}
      head={[t('one.lot'), { text: t('one.amount'), numeric: true }]}
      rows={[
        ...mine.parts.map(({ lotId, title, amountMinor }) => ({ key: lotId, cells: [title, money(amountMinor)] })),
        ...(typeof now === 'number' ? [{ key: 'sum', total: true, cells: [t('rows.mine'), money(now)] }] : []),
      ]}
    />
  )
}
