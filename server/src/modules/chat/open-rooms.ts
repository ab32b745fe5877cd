import type { RoomAudience } from '@mutuo/shared/chat/room.schema.ts'
import { v7 as newId } from 'uuid'
import { leaveTopic } from '../../platform/realtime/end-access.ts'
import { publishChange } from '../../platform/realtime/publish-change.ts'
import { groups } from '../groups/index.ts'
import { missions } from '../missions/index.ts'
import { needs } from '../needs/index.ts'
import { pledges } from '../pledges/index.ts'
import type { RoomRecord } from './room.model.ts'
import { roomStore } from './room.store.ts'

type Wanted = {
  audience: RoomAudience
  subject: RoomRecord['subject']
  subjectId: string
  groupId: string
  title: string
  readerIds: string[]
  firmId?: string
}

/** The group's firms and its association. */
export const openGroupRoom = async (groupId: string, now: Date) => {
  const group = await groups.get(groupId)
  const firmIds = await groups.activeFirmIds(groupId)
  await keepRoom(
    {
      audience: 'with_association',
      subject: 'group',
      subjectId: groupId,
      groupId,
      title: group.name,
      readerIds: [...firmIds, group.associationId],
    },
    now,
  )
}

/** The firms that have joined a need, and whoever carries it. */
export const openNeedRoom = async (needId: string, now: Date) => {
  const need = await needs.get(needId)
  if (need.state === 'draft' || need.state === 'review') return
  const readerIds = [...new Set([need.leaderId, ...(await pledges.joinedFirmIds(needId))])]
  await keepRoom(
    { audience: 'firms', subject: 'need', subjectId: needId, groupId: need.groupId, title: need.content.title, readerIds },
    now,
  )
}

/** Of a mission: all its firms with the freelancer, its firms among themselves, each firm alone with the freelancer, and its firms with the association. */
export const openMissionRooms = async (missionId: string, now: Date) => {
  const mission = await missions.find(missionId)
  if (!mission) return
  const { firmIds, freelancerId, associationId, groupId, title } = mission
  const about = { subject: 'mission' as const, subjectId: missionId, groupId, title }
  await keepRoom({ ...about, audience: 'firms_and_freelancer', readerIds: [...firmIds, freelancerId] }, now)
  await keepRoom({ ...about, audience: 'firms', readerIds: firmIds }, now)
  await keepRoom({ ...about, audience: 'with_association', readerIds: [...firmIds, associationId] }, now)
  for (const firmId of firmIds)
    await keepRoom({ ...about, audience: 'firm_and_freelancer', readerIds: [firmId, freelancerId], firmId }, now)
}

/** Opens the room once and keeps its readers true: whoever lost its place hears nothing more. */
const keepRoom = async ({ firmId, readerIds, ...wanted }: Wanted, now: Date): Promise<void> => {
  const key = [wanted.subject, wanted.subjectId, wanted.audience, ...(firmId ? [firmId] : [])].join(':')
  const room = await roomStore.openOnce({
    _id: newId(),
    key,
    ...wanted,
    readerIds,
    head: 0,
    lastMessage: null,
    isReadOnly: false,
    openedAt: now,
  })
  const [gone, come] = [room.readerIds.filter((id) => !readerIds.includes(id)), readerIds.filter((id) => !room.readerIds.includes(id))]
  if (gone.length + come.length > 0) await roomStore.setReaders(room._id, readerIds)
  for (const organisationId of gone) leaveTopic({ organisationId }, `room:${room._id}`)
  for (const organisationId of [...readerIds, ...gone]) publishChange(`organisation:${organisationId}`, { entity: 'room', id: room._id })
}
