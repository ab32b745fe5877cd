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
          {payouts.map(({ at, state, label, detail, amountMinor }, index) => (
            <li key={`${at}${String(index)}`} data-state={state}>
              {state === 'done' ? <IconCheck className="ico" aria-hidden="true" /> : <IconClock className="ico" aria-hidden="true" />}
              <span>
                <b>{day(at)}</b> {t(`state.${state}`)}
              </span>
              <b className="num">{money(amountMinor)}</b>
              <small>
                {detail}, {label}
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
