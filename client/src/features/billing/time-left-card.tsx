import { useTranslation } from 'react-i18next'
import type { SharePayment } from '@mutuo/shared/billing/billing.schema.ts'
import { daysLeft, dayTime } from '../../platform/format.ts'
import { AbilityButton, abilityFor } from '../../ui/ability-button.tsx'
import { Card } from '../../ui/card.tsx'
import { SharesRing } from '../../ui/shares-ring.tsx'
import { useNow } from '../../ui/when.tsx'
import classes from './billing.module.css'
import type { PayShare } from './use-pay-share.ts'

/** Days that are left to pay, as a round of days. */
export const TimeLeftCard = ({ share, pay }: { share: SharePayment; pay: PayShare }) => {
  const { t } = useTranslation('billing')
  const now = useNow()
  const { graceEndsAt, graceDays } = share
  if (!graceEndsAt) return null
  const left = Math.min(graceDays, daysLeft(graceEndsAt, now))
  const byCard = abilityFor(share.abilities, 'payByCard')
  const parts = Array.from({ length: graceDays }, (_, index) => ({
    key: String(index),
    colour: 'var(--ocre-4)',
    look: index < graceDays - left ? ('empty' as const) : ('solid' as const),
  }))
  return (
    <Card className={`${classes['left']} wide-only`} aria-labelledby="reste">
      <h2 id="reste">{t('left.title')}</h2>
      <SharesRing parts={parts} size={156} thickness={8} label={t('left.label', { count: left, of: graceDays })}>
        <b className={classes['days']}>{t('common:unit.days', { count: left })}</b>
        <small>{t('left.of', { of: graceDays })}</small>
      </SharesRing>
      <p>
        {t('left.until')} <b>{dayTime(graceEndsAt, { weekday: true })}</b>
      </p>
      {byCard?.allowed && (
        <AbilityButton ability={byCard} variant="outline" fullWidth pending={pay.isPaying} onClick={pay.byCard}>
          {t('left.pay', { gross: share.grossMinor })}
        </AbilityButton>
      )}
    </Card>
  )
}
