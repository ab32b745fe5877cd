import { useTranslation } from 'react-i18next'
import type { BidView } from '@mutuo/shared/bids/bid.schema.ts'
import { myPriceNow } from './sort-bids.ts'

/** What the reader really pays once VAT is in. */
export const VatLine = ({ bid }: { bid: BidView }) => {
  const { t } = useTranslation('bids')
  const { vatStatus } = bid.freelancer
  const isKnown = bid.mine && typeof myPriceNow(bid)?.shareMinor === 'number'
  const hasVat = vatStatus === 'standard'
  if (!isKnown || !bid.mine) return <>{t(hasVat ? 'vat.rate' : 'vat.none')}</>
  return (
    <>
      {t(hasVat ? 'vat.pays' : 'vat.paysNone', { amount: bid.mine.grossMinor })}
      {vatStatus === 'franchise' && (
        <>
          <br />
          <small>{t('vat.franchise')}</small>
        </>
      )}
    </>
  )
}
