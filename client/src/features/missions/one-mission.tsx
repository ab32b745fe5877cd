import { useTranslation } from 'react-i18next'
import type { MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { fromTo } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { useSession } from '../../platform/session.tsx'
import { spelled } from '../../platform/spelled.ts'
import { StateBadge } from '../../platform/state-badge.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Page } from '../../ui/page.tsx'
import { CancelMission } from './cancel-mission.tsx'
import { DelegatesCard } from './delegates-card.tsx'
import { Documents } from './documents.tsx'
import { DropOutsCard } from './drop-outs-card.tsx'
import { History } from './history.tsx'
import { LeavingLink } from './leaving-link.tsx'
import { Mediation } from './mediation.tsx'
import { MilestonesCard } from './milestones-card.tsx'
import { MissionBar } from './mission-bar.tsx'
import classes from './missions.module.css'
import { MoneyCard } from './money-card.tsx'
import { OtherParty } from './other-party.tsx'
import { RoomCard } from './room-card.tsx'
import { TodoCards } from './todo-cards.tsx'
import { roleIn } from './role-in.ts'
import { WhoPays } from './who-pays.tsx'

/** A mission: what one has to do, the milestones, who pays what, where the money is, and who to speak to. */
export const OneMission = ({ mission }: { mission: MissionView }) => {
  const { t } = useTranslation('missions')
  const { active } = useSession()
  const role = roleIn(mission, active?.id)
  const count = mission.firms.length
  return (
    <Page
      title={
        role === 'freelancer'
          ? t('title.freelancer', { title: mission.title, group: mission.group.name })
          : t('title.firm', { title: mission.title, name: mission.freelancer.name })
      }
      back={{ to: paths.missions, label: t('back') }}
      chips={
        <>
          <StateBadge process="mission" state={mission.state} />
          <Chip tone="plain">{t('group', { name: mission.group.name })}</Chip>
        </>
      }
      lead={t('lead', { count, firms: spelled(count, { capital: true }), ...fromTo(mission.startsOn, mission.endsOn) })}
    >
      <TodoCards mission={mission} role={role} />
      <DropOutsCard mission={mission} role={role} />
      <div className={classes['board']}>
        <MilestonesCard mission={mission} role={role} />
        <div className={classes['purse']}>
          <WhoPays mission={mission} />
          <MoneyCard mission={mission} />
        </div>
        <aside className={`stack ${classes['side']}`}>
          <OtherParty mission={mission} role={role} />
          <DelegatesCard mission={mission} />
          <Documents mission={mission} />
          <RoomCard mission={mission} role={role} />
        </aside>
        <div className={classes['rest']}>
          <Mediation mission={mission} role={role} />
          <LeavingLink mission={mission} />
          <History mission={mission} />
          <CancelMission mission={mission} />
        </div>
      </div>
      <MissionBar mission={mission} />
    </Page>
  )
}
