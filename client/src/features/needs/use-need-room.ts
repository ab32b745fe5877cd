import { listRooms } from '@mutuo/shared/chat/chat.endpoints.ts'
import type { RoomCard } from '@mutuo/shared/chat/room.schema.ts'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { useSession } from '../../platform/session.tsx'
import { useAnswer } from '../../platform/use-endpoint.ts'

/** The room of this need that the viewer reads: the one of the firms before the others. */
export const useNeedRoom = ({ id }: NeedView): RoomCard | undefined => {
  const { active } = useSession()
  const { data } = useAnswer(listRooms, { subjectId: id }, { enabled: active !== null })
  return data?.items.find(({ audience }) => audience === 'firms') ?? data?.items[0]
}
