import { useTranslation } from 'react-i18next'
import type { BidView } from '@mutuo/shared/bids/bid.schema.ts'
import { money } from '../../platform/format.ts'
import { useSession } from '../../platform/session.tsx'
import { spelled } from '../../platform/spelled.ts'
import { Card } from '../../ui/card.tsx'
import { BidHead } from './bid-head.tsx'
import classes from './bids.module.css'
import { Delivery } from './delivery.tsx'
import { HideButton } from './hidden-bids.tsx'
import { InsuranceLine } from './insurance-line.tsx'
import { MilestoneAmounts } from './milestone-amounts.tsx'
import { MyPrice } from './my-price.tsx'
import { PriceSource } from './price-source.tsx'
import { PriceSteps, type Scale } from './price-steps.tsx'
import { ProofList } from './proof-list.tsx'
import { QuestionsLine } from './questions-line.tsx'
import { RatingLine } from './rating-line.tsx'
import { ReadBid } from './read-bid.tsx'
import { ShortlistButton } from './shortlist-button.tsx'
import { StepsNote } from './steps-note.tsx'
import { VersionLine } from './version-line.tsx'
import { VatLine } from './vat-line.tsx'

type Props = { bid: BidView; firms: number; scale: Scale; onHide: ((bid: BidView) => void) | undefined }

/** One bid on the phone: the price, the stair, the facts that decide; the rest unfolds. */
export const BidCard = ({ bid, firms, scale, onHide }: Props) => {
  const { t } = useTranslation(['bids', 'negotiation'])
  const isFreelancer = useSession().active?.kind === 'freelancer'
  return (
    <Card as="li">
      <BidHead bid={bid} />
      {bid.mine && (
        <>
          <div className={classes['cardPrice']}>
            <MyPrice
              bid={bid}
              after={t(bid.freelancer.vatStatus === 'standard' ? 'card.gross' : 'card.net', {
                count: firms,
                firms: spelled(firms),
                amount: bid.mine.grossMinor,
              })}
            />
            <div className={classes['source']}>
              <PriceSource bid={bid} />
            </div>
          </div>
          <div>
            {scale.cap !== undefined && <small>{t('steps.capShort', { amount: scale.cap })}</small>}
            <PriceSteps prices={bid.mine.prices} scale={scale} />
            <StepsNote mine={bid.mine} />
          </div>
        </>
      )}
      <dl className={classes['facts']}>
        <dt>{t('rows.delivery')}</dt>
        <dd>
          <Delivery bid={bid} />
        </dd>
        {bid.latestVersion && bid.latestVersion.number > 1 && (
          <>
            <dt>{t('negotiation:row.label')}</dt>
            <dd>
              <VersionLine bid={bid} version={bid.latestVersion} />
            </dd>
          </>
        )}
        <dt>{t('rows.total')}</dt>
        <dd>
          {bid.totalMinor === undefined ? t('price.tooFew') : money(bid.totalMinor, { whole: true })}
          {bid.badges.includes('cheapest_total') && <b>, {t('badges.total')}</b>}
        </dd>
        <dt>{t('rows.reviews')}</dt>
        <dd>
          <RatingLine freelancer={bid.freelancer} />
        </dd>
        <dt>{t('rows.insurance')}</dt>
        <dd>
          <InsuranceLine bid={bid} />
        </dd>
        {!bid.mine && (
          <>
            <dt>{t('rows.vat')}</dt>
            <dd>
              <VatLine bid={bid} />
            </dd>
          </>
        )}
      </dl>
      <details className={classes['more']}>
        <summary>{t('card.more')}</summary>
        <dl className={classes['facts']}>
          <dt>{t('rows.milestones')}</dt>
          <dd>
            <MilestoneAmounts bid={bid} />
          </dd>
          <dt>{t('rows.dayRate')}</dt>
          <dd>{bid.freelancer.dayRateMinor === undefined ? t('notSaid') : money(bid.freelancer.dayRateMinor, { whole: true })}</dd>
          {bid.questions && (
            <>
              <dt>{t(isFreelancer ? 'rows.ownQuestions' : 'rows.questions')}</dt>
              <dd>
                <QuestionsLine bid={bid} />
              </dd>
            </>
          )}
          <dt>{t('rows.proofs')}</dt>
          <dd>
            <ProofList proofs={bid.freelancer.proofs} />
          </dd>
        </dl>
      </details>
      <div className={classes['acts']}>
        <ReadBid bid={bid} />
        <ShortlistButton bid={bid} />
        {onHide && <HideButton bid={bid} onHide={onHide} short />}
      </div>
    </Card>
  )
}
