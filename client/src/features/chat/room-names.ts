import { useTranslation } from 'react-i18next'
import type { RoomCard } from '@mutuo/shared/chat/room.schema.ts'
import { list } from '../../platform/format.ts'
import { useSession } from '../../platform/session.tsx'
import { spelled } from '../../platform/spelled.ts'

export const freelancerOf = ({ readers }: Pick<RoomCard, 'readers'>) => readers.find(({ kind }) => kind === 'freelancer')
export const associationOf = ({ readers }: Pick<RoomCard, 'readers'>) => readers.find(({ kind }) => kind === 'association')
export const firmsOf = ({ readers }: Pick<RoomCard, 'readers'>) => readers.filter(({ kind }) => kind === 'sme')

/** What a room is called by those in it: by its audience, seen from where the reader stands. */
export const useRoomName = () => {
  const { t } = useTranslation('chat')
  const { active } = useSession()
  return (room: RoomCard): string => {
    if (room.subject !== 'mission') return room.title
    const freelancer = freelancerOf(room)?.name
    const isFreelancer = active?.kind === 'freelancer'
    const names: Record<RoomCard['audience'], () => string> = {
      firms: () => t('name.firms'),
      firms_and_freelancer: () => (isFreelancer ? t('name.allFirms') : t('name.firmsAnd', { name: freelancer })),
      firm_and_freelancer: () =>
        isFreelancer ? (firmsOf(room)[0]?.name ?? '') : t('name.two', { firm: firmsOf(room)[0]?.name, name: freelancer }),
      with_association: () => (active?.kind === 'association' ? t('name.allFirms') : t('name.association')),
    }
    return names[room.audience]()
  }
}

export type RoomSet = { key: string; title: string | undefined; rooms: RoomCard[] }

/** Rooms about one thing stand together under its name; those that are alone come after, and so does the group's own. */
export const roomSets = (rooms: readonly RoomCard[]): RoomSet[] => {
  const bySubject = new Map<string, RoomCard[]>()
  for (const room of rooms) bySubject.set(room.subjectId, [...(bySubject.get(room.subjectId) ?? []), room])
  const together = [...bySubject.entries()].filter(([, own]) => own.length > 1)
  const alone = [...bySubject.values()].filter((own) => own.length === 1).flat()
  return [
    ...together.map(([key, own]) => ({ key, title: own[0]?.title, rooms: own.toSorted(byAudience) })),
    ...(alone.length > 0 ? [{ key: 'alone', title: undefined, rooms: alone }] : []),
  ]
}

const order: RoomCard['audience'][] = ['firms', 'firms_and_freelancer', 'firm_and_freelancer', 'with_association']
const byAudience = (a: RoomCard, b: RoomCard) => order.indexOf(a.audience) - order.indexOf(b.audience)

/** The order in which the list shows them, for Alt + arrows. */
export const inListOrder = (rooms: readonly RoomCard[]) => roomSets(rooms).flatMap((set) => set.rooms)

/** Whom one writes to in a room: everybody in it but oneself. */
export const useAddressees = (room: Pick<RoomCard, 'readers'>): string => {
  const { t } = useTranslation('chat')
  const { active } = useSession()
  const others = room.readers.filter(({ id }) => id !== active?.id)
  const firms = firmsOf({ readers: others })
  const rest = others.filter(({ kind }) => kind !== 'sme').map(({ name }) => name)
  const [only] = firms
  if (firms.length === 1 && only) return list([only.name, ...rest])
  return list([...(firms.length > 0 ? [t('composer.firms', { count: firms.length, spelled: spelled(firms.length) })] : []), ...rest])
}
