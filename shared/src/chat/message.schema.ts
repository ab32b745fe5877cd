import { z } from 'zod'
import { id, instant, text } from '../ids/id.ts'
import { organisationMark } from '../organisations/organisation.schema.ts'

export const messageText = text(4000).min(1)

/** What a card in a room shows and where it is acted on; its content is asked again under the reader's own rights. */
export const messageCard = z.strictObject({
  kind: z.enum(['milestone', 'ballot', 'need', 'mission', 'bid']),
  id,
  missionId: id.optional(),
  event: z.string(),
})

export const messageView = z.strictObject({
  id,
  roomId: id,
  /** Dense in the room, from 1. */
  seq: z.int().min(1),
  /** Made by the sender's device, kept over its retries. */
  clientId: z.uuid().optional(),
  /** Absent for what the system says. */
  author: z.strictObject({ userId: id, name: z.string(), organisation: organisationMark }).optional(),
  text: z.string(),
  card: messageCard.optional(),
  replyTo: id.optional(),
  at: instant,
  editedAt: instant.optional(),
  isDeleted: z.boolean(),
})

export type MessageView = z.infer<typeof messageView>
export type MessageCard = z.infer<typeof messageCard>
