import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { FreelancerHome } from '@mutuo/shared/billing/billing.schema.ts'
import { day, money } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { Card } from '../../ui/card.tsx'
import { Figure } from '../../ui/figure.tsx'
import { SharesBar, Swatch, type Segment } from '../../ui/shares-bar.tsx'
import classes from './freelancer-home.module.css'

const places = ['transferred', 'releasable', 'retained'] as const
const looks: Record<(typeof places)[number], Pick<Segment, 'colour' | 'look'>> = {
  transferred: { colour: 'var(--canard-7)' },
  releasable: { colour: 'var(--ocre-4)' },
  retained: { colour: 'var(--canard-7)', look: 'hatched' },
}

/** The money of the missions under way in its three places, and for what waits, the act that releases it. */
export const MoneyCard = ({ home }: { home: FreelancerHome }) => {
  const { t } = useTranslation('freelancer-home')
  const amounts = { transferred: home.transferredMinor, releasable: home.releasableMinor, retained: home.retainedMinor }
  const total = amounts.transferred + amounts.releasable + amounts.retained
  return (
    <Card aria-labelledby="argent">
      <h2 id="argent" className="sr">
        {t('money.title')}
      </h2>
      <div className={classes['places']}>
        {places.map((place) => (
          <div key={place} data-place={place}>
            <b className={classes['key']}>
              <Swatch {...looks[place]} />
              {t(`money.${place}`)}
            </b>
            <Figure small={place !== 'releasable'}>{money(amounts[place], { whole: true })}</Figure>
            <small>{t(`money.${place}Note`)}</small>
          </div>
        ))}
      </div>
      <SharesBar
        size="lg"
        total={total}
        segments={places.map((place) => ({ key: place, weight: amounts[place], ...looks[place] }))}
        label={t('money.bar', {
          total: money(total, { whole: true }),
          transferred: money(amounts.transferred, { whole: true }),
          releasable: money(amounts.releasable, { whole: true }),
          retained: money(amounts.retained, { whole: true }),
        })}
      />
      <small>{t('money.how')}</small>
      {home.unlocks.length > 0 && <Unlocks unlocks={home.unlocks} />}
    </Card>
  )
}

const Unlocks = ({ unlocks }: { unlocks: FreelancerHome['unlocks'] }) => {
  const { t } = useTranslation('freelancer-home')
  const total = unlocks.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  return (
    <div>
      <h3>{t('unlocks.title', { amount: money(total, { whole: true }) })}</h3>
      <ul className={classes['unlocks']}>
        {unlocks.map(({ milestoneId, missionId, missionTitle, title, amountMinor, accepted, needed, tacitAt }) => (
          <li key={milestoneId}>
            <b className={classes['sum']}>{money(amountMinor, { whole: true })}</b>
            <div className={classes['what']}>
              <b>{title}</b>
              <small>
                {missionTitle}
                {' · '}
                {t('unlocks.accepted', { count: accepted, needed })}
                {tacitAt && ` ${t('unlocks.tacit', { day: day(tacitAt) })}`}
              </small>
            </div>
            <Button component={Link} to={paths.mission(missionId)} variant="outline" size="sm">
              {t('unlocks.see')} <span className="sr">{title}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
