import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { paths } from '../../platform/paths.ts'
import { Card } from '../../ui/card.tsx'
import type { Role } from './role-in.ts'
import { useMissionRooms } from './use-mission-rooms.ts'

/** Who helps in a disagreement, and the room where to ask. */
export const Mediation = ({ mission, role }: { mission: MissionView; role: Role }) => {
  const { t } = useTranslation('missions')
  const room = useMissionRooms(mission.id)?.find((each) => each.audience === 'with_association')
  if (role === 'association' || role === 'other') return null
  return (
    <Card flat tight aria-labelledby="mediation">
      <h3 id="mediation">{t('mediation.title')}</h3>
      <p>{t('mediation.text', { association: mission.group.association.name })}</p>
      {room && (
        <Link className="link" to={paths.room(room.id)}>
          {t('mediation.ask')}
        </Link>
      )}
    </Card>
  )
}
