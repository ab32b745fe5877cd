import { membersOf, type Parties } from '@mutuo/shared/audiences/audiences.ts'
import type { RoomAudience } from '@mutuo/shared/chat/room.schema.ts'
import { v7 as newId } from 'uuid'
import { duplicateKeyOf } from '../../platform/mongo/duplicate-key.ts'
import { transaction, type Transaction } from '../../platform/mongo/transaction.ts'
import { leaveTopic } from '../../platform/realtime/end-access.ts'
import { publishChange } from '../../platform/realtime/publish-change.ts'
import { groups } from '../groups/index.ts'
import { missions, type MissionRecord } from '../missions/index.ts'
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
  firmId?: string
}
type PartiesOf = (tx: Transaction) => Promise<Parties>

/** The group's firms and its association. */
export const openGroupRoom = async (groupId: string, now: Date) => {
  const { name, associationId } = await groups.get(groupId)
  const room = { audience: 'with_association', subject: 'group', subjectId: groupId, groupId, title: name } as const
  await keepRoom(room, async (tx) => ({ firmIds: await groups.activeFirmIds(groupId, tx), associationId }), now)
}

/** The firms that have joined a need, as long as they are in its mission, and whoever carries it. Who comes in later has the mission's rooms. */
export const openNeedRoom = async (needId: string, now: Date) => {
  const { state, groupId, leaderId, content, missionId } = await needs.get(needId)
  if (state === 'draft' || state === 'review') return
  const room = { audience: 'firms', subject: 'need', subjectId: needId, groupId, title: content.title } as const
  const partiesOf = async (tx: Transaction) => {
    const mission = missionId === null ? null : await missions.find(missionId, tx)
    const joined = await pledges.joinedFirmIds(needId, tx)
    return { firmIds: [leaderId, ...joined.filter((firmId) => mission?.firmIds.includes(firmId) ?? true)] }
  }
  await keepRoom(room, partiesOf, now)
}

/** Of a mission: all its firms with the freelancer, its firms among themselves, each firm alone with the freelancer, and its firms with the association. */
export const openMissionRooms = async (missionId: string, now: Date) => {
  const mission = await missions.find(missionId)
  if (!mission) return
  const { firmIds, groupId, title } = mission
  const about = { subject: 'mission' as const, subjectId: missionId, groupId, title }
  for (const audience of ['firms_and_freelancer', 'firms', 'with_association'] as const)
    await keepRoom({ ...about, audience }, async () => mission, now)
  for (const firmId of firmIds) await keepRoom({ ...about, audience: 'firm_and_freelancer', firmId }, async () => mission, now)
  await closeFormerRooms(mission)
}

/** What a firm that has left and the freelancer wrote to each other stays theirs to read; nobody writes there any more. */
const closeFormerRooms = async ({ _id, firmIds }: MissionRecord): Promise<void> => {
  const alone = (await roomStore.ofSubject(_id)).filter(({ audience }) => audience === 'firm_and_freelancer')
  for (const room of alone.filter(({ isReadOnly, readerIds }) => !isReadOnly && !readerIds.some((id) => firmIds.includes(id)))) {
    await roomStore.close({ _id: room._id })
    for (const id of room.readerIds) publishChange(`organisation:${id}`, { entity: 'room', id: room._id })
  }
}

/**
 * Opens the room once and keeps its readers true, who are those of its audience: whoever lost its place hears nothing more. Readers are read and written in one transaction, so that
 * of two changes at once the older knowledge never wins.
 */
const keepRoom = async (wanted: Wanted, partiesOf: PartiesOf, now: Date): Promise<void> => {
  const keep = () => transaction((tx) => keepInside(wanted, partiesOf, now, tx))
  try {
    await keep()
  } catch (error) {
    // Somebody else opened it in the meantime.
    if (!duplicateKeyOf(error)) throw error
    await keep()
  }
}

const keepInside = async ({ firmId, ...wanted }: Wanted, partiesOf: PartiesOf, now: Date, tx: Transaction): Promise<void> => {
  const key = [wanted.subject, wanted.subjectId, wanted.audience, ...(firmId ? [firmId] : [])].join(':')
  const known = await roomStore.ofKey(key, tx)
  const readerIds = membersOf(wanted.audience, await partiesOf(tx), firmId)
  const fresh = { _id: newId(), key, ...wanted, readerIds, head: 0, lastMessage: null, isReadOnly: false, openedAt: now }
  const gone = known?.readerIds.filter((id) => !readerIds.includes(id)) ?? []
  const isChanged = !known || gone.length > 0 || readerIds.some((id) => !known.readerIds.includes(id))
  if (!isChanged) return
  if (known) await roomStore.setReaders(known._id, readerIds, tx)
  else await roomStore.insert(fresh, tx)
  const roomId = known?._id ?? fresh._id
  tx.after(() => {
    for (const organisationId of gone) leaveTopic({ organisationId }, `room:${roomId}`)
    for (const id of [...readerIds, ...gone]) publishChange(`organisation:${id}`, { entity: 'room', id: roomId })
  })
}
