import type { RoomCard } from '@mutuo/shared/chat/room.schema.ts'
import { associationOf, firmsOf, freelancerOf } from './room-names.ts'

const radius = 16
const middle = 20
const gap = 3

type Props = { room: Pick<RoomCard, 'readers' | 'audience' | 'subject'>; size?: number }

/** Who reads a room, at a glance: the firms as a ring of their colours, in it the square of a freelancer or the house of the association. */
export const AudienceRing = ({ room, size = 40 }: Props) => {
  const firms = firmsOf(room)
  const freelancer = freelancerOf(room)
  const [first] = firms
  return (
    <svg width={size} height={size} viewBox="0 0 40 40" aria-hidden="true">
      {room.subject === 'group' ? (
        <path d="M20 5l15 12v18H5V17z" fill="var(--canard-7)" />
      ) : room.audience === 'firm_and_freelancer' && first ? (
        <>
          <circle cx="15" cy="17" r="11" fill={`var(--f${first.colour + 1})`} />
          <rect x="19" y="17" width="17" height="17" rx="4.5" fill="var(--ink)" stroke="var(--card)" strokeWidth="2" />
        </>
      ) : (
        <>
          <g fill="none" strokeWidth="6">
            {firms.map((firm, at) => (
              <circle
                key={firm.id}
                cx={middle}
                cy={middle}
                r={radius}
                pathLength={100}
                stroke={`var(--f${firm.colour + 1})`}
                strokeDasharray={firms.length > 1 ? `${100 / firms.length - gap} ${100 - 100 / firms.length + gap}` : undefined}
                transform={`rotate(${-90 + (360 * at) / firms.length} 20 20)`}
              />
            ))}
          </g>
          {freelancer && <rect x="13.5" y="13.5" width="13" height="13" rx="3.5" fill="var(--ink)" />}
          {associationOf(room) && !freelancer && <path d="M20 12.5l8 6.2v9H12v-9z" fill="var(--canard-7)" />}
        </>
      )}
    </svg>
  )
}
