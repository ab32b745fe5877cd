import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { paths } from '../../platform/paths.ts'
import { Card } from '../../ui/card.tsx'
import { FirmMark, FirmName } from '../../ui/firm-mark.tsx'
import classes from './missions.module.css'
import type { Role } from './role-in.ts'
import { useMissionRooms } from './use-mission-rooms.ts'

type Props = { mission: MissionView; role: Role }

/** Whom one works with: the freelancer, for the firms; the firms and their association, for the freelancer. */
export const OtherParty = ({ mission, role }: Props) => {
  const { t } = useTranslation('missions')
  const rooms = useMissionRooms(mission.id)
  const { freelancer, group, firms } = mission
  if (role === 'freelancer')
    return (
      <Card tight aria-labelledby="party">
        <h2 id="party" className={classes['partyTitle']}>
          {group.name}
        </h2>
        <ul className="stack tight">
          {firms.map((firm) => (
            <li key={firm.id}>
              <FirmName of={firm} />
            </li>
          ))}
          <li>
            <FirmName of={group.association} note={t('party.association')} />
          </li>
        </ul>
      </Card>
    )
  const alone = rooms?.find((room) => room.audience === 'firm_and_freelancer')
  return (
    <Card tight aria-labelledby="party">
      <div className="row">
        <FirmMark of={freelancer} size="lg" />
        <div>
          <h2 id="party" className={classes['partyTitle']}>
            {freelancer.name}
          </h2>
          <small>{freelancer.commune}</small>
        </div>
      </div>
      {alone && (
        <Button component={Link} to={paths.room(alone.id)} variant="outline" fullWidth>
          {t('party.write', { name: freelancer.name })}
        </Button>
      )}
    </Card>
  )
}
