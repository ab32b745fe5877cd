import { IconCheck, IconClock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { FreelancerHome } from '@mutuo/shared/billing/billing.schema.ts'
import { day, money } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import classes from './freelancer-home.module.css'

/** What was sent to the account lately, and what is on its way. */
export const PayoutsCard = ({ payouts }: { payouts: FreelancerHome['payouts'] }) => {
  const { t } = useTranslation('payouts')
  return (
    <Card tight aria-labelledby="versements">
      <CardHead id="versements" title={t('title.loading')} />
      {payouts.length === 0 ? (
        <p className="muted">{t('none')}</p>
      ) : (
        <ul className={classes['payouts']}>
          {payouts.map(({ milestoneId, at, state, milestoneTitle, missionTitle, amountMinor, sentMinor, parts }) => (
            <li key={milestoneId} data-state={state}>
              {state === 'sent' ? <IconCheck className="ico" aria-hidden="true" /> : <IconClock className="ico" aria-hidden="true" />}
              <span>
                <b>{day(at)}</b> {state !== 'sent' && t('waits', { amount: money(amountMinor - sentMinor) })}
              </span>
              <b className="num">{money(amountMinor)}</b>
              <small>
                {missionTitle}, {milestoneTitle}, {t('firms', { count: parts.length })}
              </small>
            </li>
          ))}
        </ul>
      )}
      <Link className="link" to={paths.payouts}>
        {t('all')}
      </Link>
    </Card>
  )
}
