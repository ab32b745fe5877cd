import { IconSignature } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { day } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { Card } from '../../ui/card.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import classes from './missions.module.css'
import type { Todo } from './todos.ts'

type Props = { todo: Extract<Todo, { kind: 'contract' | 'amendment' }>; mission: MissionView }

/** The contract to accept, or an amendment to answer: both are read on a page of their own. */
export const ContractTodo = ({ todo, mission }: Props) => {
  const { t } = useTranslation('contract')
  const words = { name: mission.freelancer.name, on: todo.kind === 'amendment' ? day(todo.until) : '' }
  return (
    <Card edge="ocre" className={classes['todo']}>
      <div>
        <h2>{t(`todo.${todo.kind}.title`, words)}</h2>
        <p>{t(`todo.${todo.kind}.text`, words)}</p>
      </div>
      <div className="row">
        <LinkButton
          to={todo.kind === 'contract' ? paths.contract(mission.id) : paths.amendments(mission.id)}
          variant="outline"
          leftSection={<IconSignature className="ico" aria-hidden="true" />}
        >
          {t(`todo.${todo.kind}.go`)}
        </LinkButton>
      </div>
    </Card>
  )
}
