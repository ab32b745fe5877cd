import { useTranslation } from 'react-i18next'
import { getBidHistory } from '@mutuo/shared/bids/counter-offer.endpoints.ts'
import type { BidHistory as History, BidView, BidVersionView } from '@mutuo/shared/bids/bid.schema.ts'
import { StateBadge } from '../../platform/state-badge.tsx'
import { useArrival } from '../../platform/use-arrival.ts'
import { useAnswer } from '../../platform/use-endpoint.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { When } from '../../ui/when.tsx'
import { ChangeTable } from './change-table.tsx'
import classes from './negotiation.module.css'

/** How the bid came to be what it is; nothing to tell where it was submitted once and never talked about. */
export const BidHistory = ({ bid }: { bid: BidView }) => {
  const { t } = useTranslation('negotiation')
  const query = useAnswer(getBidHistory, { bidId: bid.id })
  const history = query.data
  useArrival('versions', history !== undefined)
  if (history && history.versions.length < 2 && settled(history).length === 0) return null
  return (
    <Card id="versions" aria-labelledby="versions-titre">
      <CardHead id="versions-titre" title={t('history.title')} hint={t('history.hint')} />
      <Loaded query={query}>
        {(known) => (
          <>
            <ul className={classes['versions']}>
              {known.versions.map((version) => (
                <Version key={version.number} version={version} />
              ))}
            </ul>
            <Settled counterOffers={settled(known)} />
          </>
        )}
      </Loaded>
    </Card>
  )
}

const settled = ({ counterOffers }: History) => counterOffers.filter(({ settledAt }) => settledAt !== undefined)

const Version = ({ version: { number, at, because, changes } }: { version: BidVersionView }) => {
  const { t } = useTranslation('negotiation')
  const isFirst = number === 1
  return (
    <li>
      <p>
        <b>{isFirst ? t('history.first') : t('history.version', { number })}</b>{' '}
        <small>
          {t(`history.${because}`)} <When at={at} />
        </small>
      </p>
      {changes.length > 0 && <ChangeTable caption={t('changed')} changes={changes} />}
      {changes.length === 0 && !isFirst && <p className="muted">{t('history.same')}</p>}
    </li>
  )
}

const Settled = ({ counterOffers }: { counterOffers: History['counterOffers'] }) => {
  const { t } = useTranslation('negotiation')
  if (counterOffers.length === 0) return null
  return (
    <>
      <h3>{t('history.earlier')}</h3>
      <ul className={classes['versions']}>
        {counterOffers.map((counterOffer) => (
          <li key={counterOffer.id}>
            <div className="row between">
              <p>
                <b>{counterOffer.proposedBy.name}</b>{' '}
                <small>
                  <When at={counterOffer.proposedAt} />
                </small>
              </p>
              <StateBadge process="counter_offer" state={counterOffer.state} />
            </div>
            <p>{counterOffer.message}</p>
            <ChangeTable caption={t('diff')} changes={counterOffer.changes} />
            {counterOffer.answer && <p className="muted">{counterOffer.answer.message}</p>}
          </li>
        ))}
      </ul>
    </>
  )
}
