import { Button } from '@mantine/core'
import { IconCreditCard, IconFileText, IconFlag, IconTicket, IconUserPlus, type Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Card } from '../../ui/card.tsx'
import classes from './sme-home.module.css'
import type { Task } from './use-tasks.ts'

const icons: Record<Task['kind'], Icon> = {
  payment: IconCreditCard,
  offer: IconUserPlus,
  acceptance: IconFlag,
  vote: IconTicket,
  charter: IconFileText,
}

export const TasksCard = ({ tasks }: { tasks: readonly Task[] }) => {
  const { t } = useTranslation('sme-home')
  return (
    <Card edge="ocre" aria-labelledby="a-faire">
      <h2 id="a-faire">{t('tasks.title')}</h2>
      <ul className={classes['jobs']}>
        {tasks.map(({ kind, title, to, dueAt }, at) => {
          const IconOf = icons[kind]
          const name = t(`tasks.${kind}.title`, { title })
          return (
            <li key={`${kind} ${to}`}>
              <span className={classes['badge']} data-hot={kind === 'payment' || undefined}>
                <IconOf aria-hidden="true" />
              </span>
              <div>
                <h3>{name}</h3>
                <p className="muted">
                  {t(`tasks.${kind}.text`)} {dueAt && t('tasks.due', { at: dueAt })}
                </p>
              </div>
              <Button component={Link} to={to} variant={at === 0 ? 'filled' : 'outline'}>
                {t(`tasks.${kind}.go`)}
                <span className="sr">&nbsp;: {name}</span>
              </Button>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
