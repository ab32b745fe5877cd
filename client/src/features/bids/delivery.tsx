import { useTranslation } from 'react-i18next'
import type { BidView } from '@mutuo/shared/bids/bid.schema.ts'
import { When } from '../../ui/when.tsx'
import { anchorOf } from './counter-offer.tsx'

/** When the work is done; while another day is talked about, that day and the one of the bid. */
export const Delivery = ({ bid }: { bid: BidView }) => {
  const { t } = useTranslation('negotiation')
  const { content, counterOffer } = bid
  if (!content) return null
  const changes = counterOffer?.answer?.changes ?? counterOffer?.changes ?? []
  const wished = changes.find((change) => change.what === 'deliversOn')
  return (
    <>
      <b>
        <When at={wished?.after ?? content.deliversOn} as="day" />
      </b>
      {wished && (
        <>
          {' '}
          {t(counterOffer?.answer ? 'cell.toConfirm' : 'cell.proposed')}
          <br />
          <small>
            {t('cell.at')} <When at={wished.before} as="day" />
          </small>
        </>
      )}
      {counterOffer && (
        <>
          <br />
          <a className="link" href={`#${anchorOf(bid)}`} data-noprint="">
            {t('cell.see')}
          </a>
        </>
      )}
    </>
  )
}
