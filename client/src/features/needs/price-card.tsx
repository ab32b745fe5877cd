import { useState } from 'react'
import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { NeedView, PriceCurve as Curve } from '@mutuo/shared/needs/need.schema.ts'
import { isPriceOpen } from '@mutuo/shared/needs/need.rules.ts'
import { paths } from '../../platform/paths.ts'
import { useSession } from '../../platform/session.tsx'
import { Card } from '../../ui/card.tsx'
import { PriceCurve } from '../../ui/price-curve.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import classes from './need.module.css'

const mostPoints = 6

/** At most six points, today's among them: one before, and what is to be won by inviting. */
const pointsAround = ({ points }: Curve) => {
  const now = Math.max(
    0,
    points.findIndex(({ isNow }) => isNow),
  )
  const from = Math.max(0, Math.min(now - 1, points.length - mostPoints))
  return points.slice(from, from + mostPoints)
}

/** What the reader would pay for each number of firms. */
export const PriceCard = ({ need }: { need: NeedView }) => {
  const { t } = useTranslation('needs')
  const { active } = useSession()
  const [isInviting, setInviting] = useState(false)
  const { curve } = need
  const points = pointsAround(curve)
  if (points.length === 0 || !isPriceOpen(need.state)) return null
  const isOwn = active === null || active.kind === 'sme'
  const isOpen = need.state === 'gathering'
  return (
    <Card>
      <PriceCurve
        title={t(isOpen ? (isOwn ? 'price.title' : 'price.titleOthers') : isOwn ? 'price.titleClosed' : 'price.titleOthersClosed')}
        points={points.map(({ firms, myShareMinor }) => ({ count: firms, minor: myShareMinor }))}
        current={points.find(({ isNow }) => isNow)?.firms ?? 0}
        countLabel={(count) => t('common:unit.firms', { count })}
        currentLabel={t('price.today')}
        headings={{ count: t('price.firms'), price: t(isOwn ? 'price.part' : 'price.partOthers') }}
      />
      <p className={classes['price']}>
        {isOpen && curve.oneMoreSavesMinor > 0 && (
          <span>
            {t('price.oneMore')} <strong>{t(isOwn ? 'price.saves' : 'price.savesOthers', { saves: curve.oneMoreSavesMinor })}</strong>.{' '}
          </span>
        )}
        {isOpen && (
          <span className={classes['invites']}>
            <UnstyledButton className={classes['textLink']} onClick={() => setInviting(true)}>
              {t('price.invite')}
            </UnstyledButton>
            <Link className={classes['textLink']} to={paths.needPoster(need.id)}>
              {t('price.poster')}
            </Link>
          </span>
        )}
      </p>
      <small>{curve.basis === 'bid' ? t('price.fromBids', { count: need.bidCount }) : t('price.fromTarget')}</small>
      {isInviting && <InviteDialog need={need} onClose={() => setInviting(false)} />}
    </Card>
  )
}
