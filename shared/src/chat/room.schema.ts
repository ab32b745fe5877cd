import { z } from 'zod'
import { audiences, type Audience } from '../audiences/audiences.ts'
import { id, instant } from '../ids/id.ts'
import { organisationMark } from '../organisations/organisation.schema.ts'
import { messageView } from './message.schema.ts'

/** Who reads a room, and nobody else (domain.md, rule 12). */
export const roomAudience = z.enum(Object.keys(audiences) as [Audience, ...Audience[]])
export const roomSubject = z.enum(['group', 'need', 'mission'])

export const roomCard = z.strictObject({
  id,
  audience: roomAudience,
  subject: roomSubject,
  subjectId: id,
  title: z.string(),
  subtitle: z.string(),
  readers: z.array(organisationMark),
  head: z.int(),
  readSeq: z.int(),
  unread: z.int(),
  lastMessage: z.strictObject({ by: z.string(), excerpt: z.string(), at: instant }).optional(),
})

export const roomView = roomCard.extend({
  people: z.array(z.strictObject({ userId: id, name: z.string(), organisationId: id })),
  canWrite: z.boolean(),
  cannotWriteBecause: z.string().optional(),
})

/** A slice of a room's history; `upTo` is the last sequence number that the slice covers, so that a client can close real holes. */
export const messageSlice = z.strictObject({ messages: z.array(messageView), head: z.int(), upTo: z.int() })

export type RoomCard = z.infer<typeof roomCard>
export type RoomView = z.infer<typeof roomView>
export type RoomAudience = z.infer<typeof roomAudience>
