import type { MissionMoney } from '@mutuo/shared/billing/billing.schema.ts'
import type { MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { When } from '../../ui/when.tsx'
import classes from './missions.module.css'
import { useMovementWords } from './use-movement-words.ts'

type Props = { movements: MissionMoney['movements']; mission: MissionView }

export const MovementLines = ({ movements, mission }: Props) => {
  const words = useMovementWords(mission)
  return (
    <ul className={classes['moves']}>
      {movements.map((movement) => (
        <li key={movement.id}>
          <span className="muted">
            <When at={movement.at} as="day" />
          </span>
          <span>{words.sentence(movement)}</span>
        </li>
      ))}
    </ul>
  )
}
