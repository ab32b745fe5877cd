import { useTranslation } from 'react-i18next'
import { isPaid } from '@mutuo/shared/missions/mission.rules.ts'
import type { MilestoneView, MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { money } from '../../platform/format.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import { Rail, type RailStep } from '../../ui/rail.tsx'
import { MilestoneAmount } from './milestone-amount.tsx'
import { MilestoneBody } from './milestone-body.tsx'
import classes from './missions.module.css'
import type { Role } from './role-in.ts'
import { anchorOf } from './todos.ts'

type Props = { mission: MissionView; role: Role }

const looks: Record<MilestoneView['state'], RailStep['look']> = {
  planned: 'todo',
  delivered: 'attention',
  changes_requested: 'now',
  contested: 'attention',
  accepted: 'done',
  released: 'done',
  cancelled: 'skipped',
}

/** The milestones in their order, each with its amount, its state and what may be done about it. */
export const MilestonesCard = ({ mission, role }: Props) => {
  const { t } = useTranslation('missions')
  return (
    <Card aria-labelledby="milestones" className={classes['line']}>
      <CardHead id="milestones" title={t('milestones.title')}>
        <small>{t('milestones.hint')}</small>
      </CardHead>
      <Rail
        label={t('milestones.title')}
        wide
        steps={mission.milestones.map((milestone) => ({
          key: milestone.id,
          look: looks[milestone.state],
          title: <span id={anchorOf(milestone)}>{milestone.title}</span>,
          aside: <MilestoneAmount milestone={milestone} />,
          children: <MilestoneBody mission={mission} milestone={milestone} role={role} />,
        }))}
      />
      <SumLine mission={mission} />
    </Card>
  )
}

/** The reader's parts added up: they are its share to the cent. */
const SumLine = ({ mission }: { mission: MissionView }) => {
  const { t } = useTranslation('missions')
  const { my } = mission
  if (!my)
    return (
      <p className={classes['sumline']}>
        <b>{t('sum.all')}</b>
        <b>{t('sum.net', { amount: money(mission.totalMinor) })}</b>
      </p>
    )
  const parts = mission.milestones.flatMap((milestone) =>
    milestone.myAmountMinor ? [money(milestone.myAmountMinor, { whole: true })] : [],
  )
  return (
    <p className={classes['sumline']}>
      <span>
        <b>{t('sum.mine')}</b>
        {parts.length > 1 && <>, {parts.join(' + ')}</>}
      </span>
      <b>
        {t('sum.net', { amount: money(my.netMinor) })}
        {my.vatMinor > 0 && t('sum.gross', { amount: money(my.grossMinor) })}
        {isPaid(my.state) && t('sum.paid')}
      </b>
    </p>
  )
}
