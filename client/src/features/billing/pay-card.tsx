import { IconCheck, IconCreditCard, IconRefresh, IconShieldCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SharePayment } from '@mutuo/shared/billing/billing.schema.ts'
import { AbilityButton, abilityFor } from '../../ui/ability-button.tsx'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import classes from './billing.module.css'
import type { PayShare } from './use-pay-share.ts'

/** How to settle: another card or the bank’s confirmation, and the same card again where that can work. */
export const PayCard = ({ share, pay }: { share: SharePayment; pay: PayShare }) => {
  const { t } = useTranslation('billing')
  const byCard = abilityFor(share.abilities, 'payByCard')
  const again = abilityFor(share.abilities, 'retry')
  const isConfirmation = share.failure?.code === 'authentication_required'
  const Icon = isConfirmation ? IconShieldCheck : IconCreditCard
  return (
    <Card aria-labelledby="regler">
      <h2 id="regler">{t(share.amendmentTurn === undefined ? 'pay.title' : 'rise.payTitle')}</h2>
      {byCard && (
        <article className={classes['way']} data-first="">
          <div className={classes['wayHead']}>
            <h3>
              <Icon className="ico" aria-hidden="true" /> {t(isConfirmation ? 'pay.confirm' : 'pay.otherCard')}
            </h3>
            <Chip tone="ok" icon={<IconCheck aria-hidden="true" />}>
              {t('pay.atOnce')}
            </Chip>
          </div>
          <AbilityButton ability={byCard} fullWidth pending={pay.isPaying} onClick={pay.byCard}>
            {t(isConfirmation ? 'pay.goConfirm' : 'pay.go', { gross: share.grossMinor })}
          </AbilityButton>
          <p className="muted">{t(isConfirmation ? 'pay.confirmText' : 'pay.text')}</p>
        </article>
      )}
      {byCard && isConfirmation && (
        <article className={classes['way']}>
          <div className={classes['wayHead']}>
            <h3>
              <IconCreditCard className="ico" aria-hidden="true" /> {t('pay.otherCard')}
            </h3>
          </div>
          <AbilityButton ability={byCard} variant="outline" fullWidth pending={pay.isPaying} onClick={pay.byAnotherCard}>
            {t('pay.go', { gross: share.grossMinor })}
          </AbilityButton>
          <p className="muted">{t('pay.text')}</p>
        </article>
      )}
      {again && (
        <article className={classes['way']}>
          <div className={classes['wayHead']}>
            <h3>
              <IconRefresh className="ico" aria-hidden="true" /> {t('pay.again')}
            </h3>
          </div>
          <AbilityButton ability={again} variant="outline" fullWidth pending={pay.isRetrying} onClick={() => pay.again(t('pay.tried'))}>
            {t('pay.goAgain')}
          </AbilityButton>
          <p className="muted">{t('pay.againText')}</p>
        </article>
      )}
      <p>{t('pay.cannot')}</p>
    </Card>
  )
}
