import { listRooms } from '@mutuo/shared/chat/chat.endpoints.ts'
import { useAnswer } from '../../platform/use-endpoint.ts'

/** The rooms of a mission that the reader reads; undefined until they are known. */
export const useMissionRooms = (missionId: string) => useAnswer(listRooms, { subjectId: missionId }).data?.items
