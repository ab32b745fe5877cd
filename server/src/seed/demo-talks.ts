import { v7 as newId } from 'uuid'
import { drainEvents } from '../platform/events/deliver-events.ts'
import { dayIn } from './demo-steps.ts'
import type { Actor } from './people.ts'

/** A question about the need, with the answer of who leads it. */
export const askAbout = async (asker: Actor, needId: string, text: string, leader?: Actor, answer?: string): Promise<void> => {
  const { id, version } = await asker.post(`/needs/${needId}/questions`, { id: newId(), text })
  if (leader) await leader.post(`/questions/${id}/answer`, { version, text: answer })
  await drainEvents()
}

type Talk = { message: string; deliversInDays: number; answer: string; answersInDays: number; condition: string }

/** The group asks for another delivery; the freelancer says under which condition, and waits for its word. */
export const talkAbout = async (leader: Actor, freelancer: Actor, bidId: string, said: Talk): Promise<void> => {
  const asked = { id: newId(), message: said.message, deliversOn: dayIn(said.deliversInDays) }
  await leader.post(`/bids/${bidId}/counter-offers`, asked)
  await drainEvents()
  const answered = { version: 1, message: said.answer, deliversOn: dayIn(said.answersInDays), condition: said.condition }
  await freelancer.post(`/counter-offers/${asked.id}/answer`, answered)
  await drainEvents()
}
