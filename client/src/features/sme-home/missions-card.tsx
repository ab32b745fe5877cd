import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { MissionCard } from '@mutuo/shared/missions/mission.schema.ts'
import { day, money } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { StateBadge } from '../../platform/state-badge.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { FirmMark } from '../../ui/firm-mark.tsx'
import classes from './sme-home.module.css'

const shown = 4

export const MissionsCard = ({ missions }: { missions: readonly MissionCard[] }) => {
  const { t } = useTranslation('sme-home')
  return (
    <Card aria-labelledby="missions">
      <CardHead id="missions" title={t('missions.title')}>
        <Link className="link" to={paths.missions}>
          {t('missions.all')} <IconArrowRight className="ico sm" aria-hidden="true" />
        </Link>
      </CardHead>
      <ul className={classes['lines']}>
        {missions.slice(0, shown).map((mission) => (
          <li key={mission.id} className={classes['need']}>
            <div className="row between">
              <h3>
                <Link to={paths.mission(mission.id)}>{mission.title}</Link>
              </h3>
              <StateBadge process="mission" state={mission.state} />
            </div>
            <p className="row">
              <FirmMark of={mission.freelancer} size="sm" />
              <span>
                {mission.freelancer.name}, {t('missions.with', { count: mission.firms })}
              </span>
            </p>
            {mission.nextMilestone && (
              <p className="muted">{t('missions.next', { title: mission.nextMilestone.title, day: day(mission.nextMilestone.dueOn) })}</p>
            )}
            {mission.myNetMinor !== undefined && (
              <p className={classes['part']}>
                <span className="muted">{t('missions.part')}</span>
                <b>{`${money(mission.myNetMinor)} ${t('common:tax.net')}`}</b>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
