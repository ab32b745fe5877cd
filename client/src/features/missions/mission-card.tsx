import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { MissionCard as Mission } from '@mutuo/shared/missions/mission.schema.ts'
import { money } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { useSession } from '../../platform/session.tsx'
import { StateBadge } from '../../platform/state-badge.tsx'
import { Card } from '../../ui/card.tsx'
import { FirmName } from '../../ui/firm-mark.tsx'
import classes from './missions.module.css'

/** A mission in a list: what it waits for comes first. */
export const MissionCard = ({ mission }: { mission: Mission }) => {
  const { t } = useTranslation('missions')
  const { active } = useSession()
  const { waitsFor, nextMilestone: next } = mission
  const group = t('list.group', { count: mission.firms, name: mission.group.name })
  return (
    <Card as="li" tight edge={waitsFor === 'nothing' ? undefined : 'ocre'} className={classes['missionCard']}>
      <div className="row">
        <StateBadge process="mission" state={mission.state} />
      </div>
      <h2>
        <Link to={paths.mission(mission.id)}>{mission.title}</Link>
      </h2>
      {waitsFor !== 'nothing' && (
        <p>
          <b>{t(`list.waits.${waitsFor}`)}</b>
        </p>
      )}
      {active?.kind === 'freelancer' ? <p className="muted">{group}</p> : <FirmName of={mission.freelancer} note={group} />}
      {next && <small>{t('list.next', { title: next.title, on: next.dueOn })}</small>}
      {mission.myNetMinor !== undefined && (
        <p className={classes['cardEnd']}>
          <span>{t('list.mine')}</span>
          <b>{money(mission.myNetMinor)}</b>
        </p>
      )}
    </Card>
  )
}
