import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { BidVersionView, BidView } from '@mutuo/shared/bids/bid.schema.ts'
import { paths } from '../../platform/paths.ts'
import { When } from '../../ui/when.tsx'

/** Which version is compared, since when, and the way to what changed. */
export const VersionLine = ({ bid, version }: { bid: BidView; version: BidVersionView }) => {
  const { t } = useTranslation(['negotiation', 'bids'])
  return (
    <>
      {t('row.of', { number: version.number })} <When at={version.at} as="day" />
      {version.changes.length > 0 && (
        <>
          <br />
          <Link className="link" to={`${paths.bid(bid.needId, bid.id)}#versions`} data-noprint="">
            {t('row.see')}
            <span className="sr">{t('bids:offerOf', { name: bid.freelancer.name })}</span>
          </Link>
        </>
      )}
    </>
  )
}
