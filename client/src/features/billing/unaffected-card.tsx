import { IconClock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SharePayment } from '@mutuo/shared/billing/billing.schema.ts'
import { day } from '../../platform/format.ts'
import { Card } from '../../ui/card.tsx'
import { SharesBar } from '../../ui/shares-bar.tsx'
import { Ticks } from '../../ui/ticks.tsx'
import classes from './billing.module.css'

/** What stays as it is, and what waits for this share. */
export const UnaffectedCard = ({ share: { state, shares, paidShares, startsOn, firm, amendmentTurn: turn } }: { share: SharePayment }) => {
  const { t } = useTranslation('billing')
  const done = turn === undefined ? t('calm.bar', { count: paidShares, shares }) : t('rise.bar', { count: paidShares, firms: shares })
  const segments = Array.from({ length: shares }, (_, index) => ({
    key: String(index),
    weight: 1,
    colour: index < paidShares ? 'var(--canard-5)' : index === paidShares ? firm.colour : 'var(--track)',
    look: index === paidShares ? ('hatched' as const) : ('solid' as const),
  }))
  return (
    <Card plain className={classes['calm']} aria-labelledby="ce-que-cela-change">
      <h2 id="ce-que-cela-change" className="sr">
        {t('calm.label')}
      </h2>
      <div>
        <h3>{t('calm.same')}</h3>
        <Ticks
          items={[
            ...(turn === undefined ? [t('calm.others', { count: paidShares })] : [t('rise.same')]),
            ...(state === 'failed' || turn !== undefined ? [] : [t('calm.price')]),
            t('calm.fees'),
            t(turn === undefined ? 'calm.name' : 'rise.name'),
          ]}
        />
      </div>
      <div>
        <h3>{t('calm.waits')}</h3>
        <p className={classes['waits']}>
          <IconClock className="ico" aria-hidden="true" />
          <span>
            {turn === undefined ? t('calm.start', { count: shares, day: day(startsOn, { weekday: true }) }) : t('rise.waits', { turn })}
          </span>
        </p>
        <SharesBar segments={segments} total={shares} label={done} />
        <p className={classes['paid']}>
          <b>{done}</b>
          <br />
          <small>{t('calm.onlyNumber')}</small>
        </p>
      </div>
    </Card>
  )
}
