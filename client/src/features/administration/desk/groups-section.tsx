import { IconAlertTriangle, IconArrowRight, IconCheck, IconSnowflake } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { AssociationDesk, DeskTask } from '@mutuo/shared/administration/desk.schema.ts'
import { day, list } from '../../../platform/format.ts'
import { paths } from '../../../platform/paths.ts'
import { GroupRecordLine } from '../../../platform/reviews/group-record-card.tsx'
import { StateBadge } from '../../../platform/state-badge.tsx'
import { Card } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import classes from './desk.module.css'

type Group = AssociationDesk['groups'][number]

export const GroupsSection = ({ desk: { groups, tasks } }: { desk: Pick<AssociationDesk, 'groups' | 'tasks'> }) => {
  const { t } = useTranslation('administration-desk')
  return (
    <section aria-labelledby="groupements" className="stack tight">
      <div className="row between">
        <h2 id="groupements">{t('groups.title')}</h2>
        <Link className="link" to={paths.newGroup}>
          {t('groups.create')} <IconArrowRight className="ico" aria-hidden="true" />
        </Link>
      </div>
      <ul className={classes['groups']}>
        {groups.map((group) => (
          <li key={group.id}>
            <GroupTile group={group} tasks={tasks.filter(({ params }) => params['groupId'] === group.id)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const GroupTile = ({ group, tasks }: { group: Group; tasks: readonly DeskTask[] }) => {
  const { t } = useTranslation('administration-desk')
  const { kind, title, until, firms, targetFirms } = group.headline
  return (
    <Card as="article" plain className={classes['group']}>
      <div className="row between">
        <h3>
          <Link className="link" to={paths.group(group.id)}>
            {group.name}
          </Link>
        </h3>
        {group.state === 'frozen' ? (
          <StateBadge process="group" state="frozen" />
        ) : (
          kind !== 'none' && <Chip>{t(`groups.now.${kind}`)}</Chip>
        )}
      </div>
      <p className="muted">
        {kind === 'none' ? t('groups.nothing') : title}
        {until && ` : ${t(`groups.until.${kind}`, { at: until })}`}
      </p>
      <dl>
        <dt>{t('groups.firms')}</dt>
        <dd>{group.members}</dd>
        {kind === 'mission' && (
          <>
            <dt>{t('groups.inMission')}</dt>
            <dd>{firms}</dd>
          </>
        )}
        {['gathering', 'bidding', 'negotiating', 'voting'].includes(kind) && (
          <>
            <dt>{t('groups.engaged')}</dt>
            <dd>{t('groups.outOf', { firms, target: targetFirms })}</dd>
          </>
        )}
        {group.nextMilestoneOn && (
          <>
            <dt>{t('groups.nextMilestone')}</dt>
            <dd>{day(group.nextMilestoneOn)}</dd>
          </>
        )}
      </dl>
      <GroupRecordLine record={group.record} />
      <Attention tasks={tasks} isFrozen={group.state === 'frozen'} />
    </Card>
  )
}

const Attention = ({ tasks, isFrozen }: { tasks: readonly DeskTask[]; isFrozen: boolean }) => {
  const { t } = useTranslation('administration-desk')
  const counts = new Map<DeskTask['kind'], number>()
  for (const { kind, params } of tasks) counts.set(kind, (counts.get(kind) ?? 0) + Number(params['count'] ?? 1))
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  if (total === 0)
    return (
      <p className={classes['attention']} data-calm={isFrozen ? undefined : ''}>
        {isFrozen ? <IconSnowflake className="ico" aria-hidden="true" /> : <IconCheck className="ico" aria-hidden="true" />}
        <span>{t(isFrozen ? 'groups.frozen' : 'groups.calm')}</span>
      </p>
    )
  return (
    <p className={classes['attention']}>
      <IconAlertTriangle className="ico" aria-hidden="true" />
      <span>
        <b>{t('groups.toSee', { count: total })}</b> {list([...counts].map(([kind, count]) => t(`groups.kinds.${kind}`, { count })))}
      </span>
    </p>
  )
}
