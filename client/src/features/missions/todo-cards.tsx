import type { MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import classes from './missions.module.css'
import type { Role } from './role-in.ts'
import { ReviewTodo } from './review-todo.tsx'
import { TodoCard } from './todo-card.tsx'
import { todosOf } from './todos.ts'

/** What waits for the reader, one sentence a card. */
export const TodoCards = ({ mission, role }: { mission: MissionView; role: Role }) => (
  <div className={classes['todos']}>
    {mission.state === 'completed' ? <ReviewTodo mission={mission}>{cardsOf(mission, role)}</ReviewTodo> : cardsOf(mission, role)}
  </div>
)

const cardsOf = (mission: MissionView, role: Role) =>
  todosOf(mission, role).map((todo) => (
    <TodoCard key={'milestone' in todo ? `${todo.kind}${todo.milestone.id}` : todo.kind} todo={todo} mission={mission} />
  ))
