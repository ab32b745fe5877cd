import { IconCreditCard } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { day, money } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { Card } from '../../ui/card.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import classes from './missions.module.css'
import type { Todo } from './todos.ts'

/** What an amendment adds to one's share, and the bank did not charge. */
export const RiseTodo = ({ todo: { turn, due } }: { todo: Extract<Todo, { kind: 'rise' }> }) => {
  const { t } = useTranslation('contract')
  const words = { turn, due: money(due.grossMinor) }
  return (
    <Card edge="ocre" className={classes['todo']}>
      <div>
        <h2>{t('todo.rise.title', words)}</h2>
        <p>{due.dueBy ? t('todo.rise.textBy', { on: day(due.dueBy) }) : t('todo.rise.text')}</p>
      </div>
      <div className="row">
        <LinkButton to={paths.share(due.shareId)} leftSection={<IconCreditCard className="ico" aria-hidden="true" />}>
          {t('todo.rise.go', words)}
        </LinkButton>
      </div>
    </Card>
  )
}
