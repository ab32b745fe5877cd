import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { FreelancerHome } from '@mutuo/shared/billing/billing.schema.ts'
import { day, money } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import classes from './freelancer-home.module.css'

const amounts = ['transferred', 'releasable', 'retained'] as const

/** A line for each mission under way: what is to be delivered next, and where its money is; on the phone, a card for each. */
export const MissionsCard = ({ home }: { home: FreelancerHome }) => {
  const { t } = useTranslation('freelancer-home')
  const total = home.transferredMinor + home.releasableMinor + home.retainedMinor
  return (
    <Card aria-labelledby="missions">
      <CardHead id="missions" title={t('missions.title')} />
      <table className={classes['jobs']}>
        <thead>
          <tr>
            <th scope="col">{t('missions.mission')}</th>
            <th scope="col">{t('missions.next')}</th>
            {amounts.map((place) => (
              <th key={place} scope="col" className="num">
                {t(`money.${place}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {home.missions.map((mission) => (
            <tr key={mission.missionId}>
              <th scope="row">
                <Link to={paths.mission(mission.missionId)}>{mission.title}</Link>
                <small>{t('missions.of', { group: mission.groupName, firms: t('common:unit.firms', { count: mission.firms }) })}</small>
              </th>
              <td className={classes['next']}>
                {mission.next ? (
                  <>
                    <b>{mission.next.title}</b>
                    <small>{day(mission.next.dueOn, { weekday: true })}</small>
                  </>
                ) : (
                  <span className="muted">{t('missions.nothing')}</span>
                )}
              </td>
              <Amounts of={mission} />
            </tr>
          ))}
        </tbody>
        {home.missions.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {t('missions.total', { total: money(total, { whole: true }) })}
              </th>
              <Amounts of={home} />
            </tr>
          </tfoot>
        )}
      </table>
    </Card>
  )
}

const Amounts = ({ of }: { of: Pick<FreelancerHome, 'transferredMinor' | 'releasableMinor' | 'retainedMinor'> }) => {
  const { t } = useTranslation('freelancer-home')
  return amounts.map((place) => (
    <td key={place} className="num" data-label={t(`money.${place}`)} data-zero={of[`${place}Minor`] === 0 || undefined}>
      {money(of[`${place}Minor`], { whole: true })}
    </td>
  ))
}
