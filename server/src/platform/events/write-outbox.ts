import type { ClientSession } from 'mongoose'
import { v7 as newId } from 'uuid'
import { now } from '../clock.ts'
import type { DomainEvent } from '../mongo/transaction.ts'
import { claimAtBirth, deliverOwn } from './deliver-events.ts'
import { consumersOf } from './on-event.ts'
import { OutboxModel, type OutboxRecord } from './outbox.model.ts'

/** Keeps each event once for each of its consumers, in the transaction of what happened; delivery begins right after the commit. */
export const writeOutbox = async (events: DomainEvent[], session: ClientSession): Promise<() => void> => {
  const rows = claimAtBirth(events.flatMap(rowsOf))
  if (rows.length > 0) await OutboxModel.insertMany(rows, { session })
  return () => deliverOwn(rows)
}

const rowsOf = ({ name, key, data }: DomainEvent): OutboxRecord[] => {
  const eventId = newId()
  const at = now()
  return consumersOf(name).map((consumer) => ({
    _id: `${eventId}:${consumer.name}`,
    eventId,
    consumer: consumer.name,
    name,
    key,
    data,
    at,
    state: 'pending',
    tries: 0,
    nextAt: new Date(0),
    leaseUntil: new Date(0),
    holder: '',
  }))
}
