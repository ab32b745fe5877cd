import { Button } from '@mantine/core'
import { IconCheck, IconClock, IconMapPin } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { FreelancerHome } from '@mutuo/shared/billing/billing.schema.ts'
import { dayTime, number } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import classes from './freelancer-home.module.css'
import { PricePoints } from './price-points.tsx'

type Invitation = FreelancerHome['invitations'][number]

/** Open needs that ask for the freelancer's skills, each with what it would come to as firms join. */
export const InvitationsCard = ({ invitations }: { invitations: readonly Invitation[] }) => {
  const { t } = useTranslation('freelancer-home')
  if (invitations.length === 0) {
    return (
      <EmptyState
        title={t('invitations.none')}
        text={t('invitations.noneText')}
        actions={
          <Button component={Link} to={paths.needs} variant="outline">
            {t('invitations.all')}
          </Button>
        }
      />
    )
  }
  return (
    <Card aria-labelledby="invitations">
      <CardHead id="invitations" title={t('invitations.title')} hint={t('invitations.hint')} />
      <ul className={classes['invitations']}>
        {invitations.map((invitation) => (
          <OneInvitation key={invitation.needId} invitation={invitation} />
        ))}
      </ul>
      <small>{t('invitations.how')}</small>
      <Link className="link" to={paths.needs}>
        {t('invitations.all')}
      </Link>
    </Card>
  )
}

const OneInvitation = ({ invitation }: { invitation: Invitation }) => {
  const { t } = useTranslation('freelancer-home')
  const { needId, title, groupName, commune, distanceKm, closesAt, firms, minFirms, points, myBidId } = invitation
  const missing = minFirms - firms
  const place =
    distanceKm === undefined ? commune : t('invitations.distance', { commune, km: number(distanceKm, { maximumFractionDigits: 0 }) })
  return (
    <li>
      <div className="stack tight">
        <h3>
          <Link to={paths.need(needId)}>{title}</Link>
        </h3>
        <Chip tone="ocre">{t('invitations.until', { at: dayTime(closesAt) })}</Chip>
        <p className={classes['fact']}>
          <IconMapPin className="ico sm" aria-hidden="true" />
          {groupName} · {place}
        </p>
        <p className={classes['fact']}>
          {missing > 0 ? <IconClock className="ico sm" aria-hidden="true" /> : <IconCheck className="ico sm" aria-hidden="true" />}
          {missing > 0 ? t('invitations.missing', { count: missing }) : t('invitations.enough')}
        </p>
        <div className="row">
          <Button
            component={Link}
            to={myBidId ? paths.ownBid(needId) : paths.need(needId)}
            size="sm"
            variant={myBidId ? 'outline' : 'filled'}
          >
            {t(myBidId ? 'invitations.myBid' : 'invitations.see')} <span className="sr">{title}</span>
          </Button>
        </div>
      </div>
      <PricePoints points={points} minFirms={minFirms} caption={t('invitations.caption', { title })} />
    </li>
  )
}
