import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { SharePayment } from '@mutuo/shared/billing/billing.schema.ts'
import { day } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { StateBadge } from '../../platform/state-badge.tsx'
import { Card } from '../../ui/card.tsx'
import { Page } from '../../ui/page.tsx'
import { Seats } from '../../ui/shares-ring.tsx'
import classes from './billing.module.css'
import { LeavingCard } from './leaving-card.tsx'
import { ShareSummary } from './share-summary.tsx'

const paid: readonly SharePayment['state'][] = ['paid', 'dispute_won']

/** Nothing to do any more: paid, given back, or taken over by others. */
export const SettledShare = ({ share }: { share: SharePayment }) => {
  const { t } = useTranslation('billing')
  const isPaid = paid.includes(share.state)
  const { amendmentTurn: turn } = share
  const isComplete = share.paidShares === share.shares
  return (
    <Page
      title={turn === undefined ? t(isPaid ? 'settled.paid' : `settled.${share.state}.title`) : t(isPaid ? 'rise.paid' : 'rise.refunded')}
      narrow
      chips={<StateBadge process="share" state={share.state} />}
      lead={share.missionTitle}
    >
      <Card plain className={classes['settled']}>
        <Seats filled={share.paidShares} seats={share.shares} size={130} />
        <div className="stack tight">
          <p>
            <b>
              {turn === undefined
                ? t('calm.bar', { count: share.paidShares, shares: share.shares })
                : t('rise.bar', { count: share.paidShares, firms: share.shares })}
            </b>
          </p>
          <p>
            {turn !== undefined
              ? t(isPaid ? (isComplete ? 'rise.applies' : 'rise.others') : 'rise.refundedText', { turn })
              : isPaid
                ? isComplete
                  ? t('settled.starts', { day: day(share.startsOn, { weekday: true }) })
                  : t('settled.others')
                : t(`settled.${share.state}.text`)}
          </p>
          {share.givenBackMinor !== undefined && <p>{t('settled.givenBack', { gross: share.givenBackMinor })}</p>}
        </div>
      </Card>
      {share.state !== 'reallocated' && <ShareSummary share={share} />}
      {share.isMissionOpen && (
        <div className="row">
          <Button component={Link} to={paths.mission(share.missionId)}>
            {t('toMission')}
          </Button>
        </div>
      )}
      <LeavingCard share={share} />
    </Page>
  )
}
