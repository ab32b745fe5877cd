import { useTranslation } from 'react-i18next'
import type { SharePayment } from '@mutuo/shared/billing/billing.schema.ts'
import { daysLeft, dayTime } from '../../platform/format.ts'
import { AbilityButton, abilityFor } from '../../ui/ability-button.tsx'
import { BottomBar } from '../../ui/bottom-bar.tsx'
import classes from './billing.module.css'
import type { PayShare } from './use-pay-share.ts'

/** On the phone: the time left and the way to pay, always at hand. */
export const TimeLeftBar = ({ share, pay }: { share: SharePayment; pay: PayShare }) => {
  const { t } = useTranslation('billing')
  const byCard = abilityFor(share.abilities, 'payByCard')
  if (!byCard?.allowed) return null
  return (
    <BottomBar>
      {share.graceEndsAt && (
        <div className={classes['bar']}>
          <b>{t('common:unit.days', { count: daysLeft(share.graceEndsAt) })}</b>
          <small>{t('left.untilShort', { at: dayTime(share.graceEndsAt) })}</small>
        </div>
      )}
      <AbilityButton ability={byCard} pending={pay.isPaying} onClick={pay.byCard}>
        {t('left.payShort', { gross: share.grossMinor })}
      </AbilityButton>
    </BottomBar>
  )
}
