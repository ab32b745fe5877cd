import { Button } from '@mantine/core'
import { IconEye, IconPackage } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MilestoneView, MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { day } from '../../platform/format.ts'
import { Card } from '../../ui/card.tsx'
import classes from './missions.module.css'
import { ContractTodo } from './contract-todo.tsx'
import { PayTodo } from './pay-todo.tsx'
import { RiseTodo } from './rise-todo.tsx'
import { anchorOf, type Todo } from './todos.ts'

type Props = { todo: Todo; mission: MissionView }

export const TodoCard = ({ todo, mission }: Props) => {
  const { t } = useTranslation('missions')
  if (todo.kind === 'pay') return <PayTodo my={todo.my} mission={mission} />
  if (todo.kind === 'rise') return <RiseTodo todo={todo} />
  if (todo.kind === 'bank') return <Calm title={t('todo.bank.title')} text={t('todo.bank.text')} />
  if (todo.kind === 'contract' || todo.kind === 'amendment') return <ContractTodo todo={todo} mission={mission} />
  if (todo.kind === 'wait') {
    const { paidFirms, firms } = mission.whoPays
    return <Calm title={t('todo.wait.title')} text={t('todo.wait.text', { count: paidFirms, total: firms })} />
  }
  if (todo.kind === 'nothing') return <NothingTodo next={todo.next} mission={mission} />
  const { milestone } = todo
  const words = {
    title: milestone.title,
    on: day(todo.kind === 'accept' && milestone.delivery ? milestone.delivery.tacitAt : milestone.dueOn),
    delivered: milestone.delivery ? day(milestone.delivery.deliveredAt) : '',
    names: milestone.contested.map(({ firm }) => firm.name).join(', '),
  }
  const Icon = todo.kind === 'accept' || todo.kind === 'settle' ? IconEye : IconPackage
  return (
    <Card edge="ocre" className={classes['todo']}>
      <div>
        <h2>{t(`todo.${todo.kind}.title`, words)}</h2>
        <p>{t(`todo.${todo.kind}.text`, words)}</p>
      </div>
      <div className="row">
        <Button component="a" href={`#${anchorOf(milestone)}`} variant="outline" leftSection={<Icon className="ico" aria-hidden="true" />}>
          {t(`todo.${todo.kind}.go`)}
        </Button>
      </div>
    </Card>
  )
}

const NothingTodo = ({ next, mission }: { next: MilestoneView | undefined; mission: MissionView }) => {
  const { t } = useTranslation('missions')
  const isContesting = mission.milestones.some((milestone) => milestone.myCell === 'contested')
  const textOf = () => {
    if (isContesting) return t('todo.nothing.contesting', { association: mission.group.association.name })
    if (!next) return t(`todo.nothing.${mission.state}`)
    return t(next.state === 'delivered' ? 'todo.nothing.awaiting' : 'todo.nothing.next', { title: next.title, on: day(next.dueOn) })
  }
  return <Calm title={t('todo.nothing.title')} text={textOf()} />
}

const Calm = ({ title, text }: { title: string; text: string }) => (
  <Card edge="canard" className={classes['todo']}>
    <div>
      <h2>{title}</h2>
      <p>{text}</p>
    </div>
  </Card>
)
