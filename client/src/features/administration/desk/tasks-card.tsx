import { Button } from '@mantine/core'
import { IconBell, IconCreditCard, IconFileCheck, IconScale, IconTicket, IconUserPlus, IconUsers, type Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { AssociationDesk, DeskTask } from '@mutuo/shared/administration/desk.schema.ts'
import { relative } from '../../../platform/format.ts'
import { spelled } from '../../../platform/spelled.ts'
import { Card } from '../../../ui/card.tsx'
import { Seats } from '../../../ui/shares-ring.tsx'
import { useNow } from '../../../ui/when.tsx'
import classes from './desk.module.css'

type Kind = DeskTask['kind']

const icons: Record<Kind, Icon> = {
  mediation: IconScale,
  memberships: IconUserPlus,
  need_to_approve: IconFileCheck,
  casting_vote: IconTicket,
  card_missing: IconBell,
  payment_failed: IconCreditCard,
  vote_to_close: IconTicket,
  gathering_to_close: IconUsers,
}
/** What holds up somebody's money or a choice. */
const hot: readonly Kind[] = ['mediation', 'casting_vote']

/** What waits for the association today, the most pressing first. */
export const TasksCard = ({ desk: { tasks, groups } }: { desk: Pick<AssociationDesk, 'tasks' | 'groups'> }) => {
  const { t } = useTranslation('administration-desk')
  return (
    <Card aria-labelledby="aujourdhui">
      <h2 id="aujourdhui">{t('tasks.title')}</h2>
      {tasks.length === 0 ? (
        <div className="row">
          <Seats filled={6} seats={6} size={64} />
          <p className="muted">{t('tasks.none')}</p>
        </div>
      ) : (
        <ul className={classes['jobs']}>
          {tasks.map((task, at) => (
            <Task
              key={`${task.kind} ${task.path}`}
              task={task}
              group={groups.find(({ id }) => id === task.params['groupId'])?.name}
              isFirst={at === 0}
            />
          ))}
        </ul>
      )}
    </Card>
  )
}

const Task = ({ task, group, isFirst }: { task: DeskTask; group: string | undefined; isFirst: boolean }) => {
  const { t } = useTranslation('administration-desk')
  const now = useNow()
  const { kind, params, path, dueAt } = task
  const IconOf = icons[kind]
  const count = Number(params['count'] ?? 1)
  const since = typeof params['since'] === 'string' ? relative(params['since'], now) : ''
  const values = { ...params, count, group, since, spelled: spelled(count, { capital: true }) }
  const title = t(`tasks.${kind}.title`, values)
  return (
    <li>
      <span className={classes['badge']} data-hot={hot.includes(kind) || undefined}>
        <IconOf aria-hidden="true" />
      </span>
      <div>
        <h3>{title}</h3>
        <p className="muted">
          {t(`tasks.${kind}.text`, values)} {dueAt && t('tasks.due', { at: dueAt })}
        </p>
      </div>
      <Button component={Link} to={path} variant={isFirst ? 'filled' : 'outline'}>
        {t(`tasks.${kind}.go`)}
        <span className="sr">&nbsp;: {title}</span>
      </Button>
    </li>
  )
}
