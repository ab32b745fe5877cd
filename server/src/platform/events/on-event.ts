import type { Transaction } from '../mongo/transaction.ts'

/** What a consumer is told beside the data. `id` is the same at every delivery: build from it the key of whatever the handler creates. */
export type EventEnvelope = {
  id: string
  name: string
  key: string
  at: Date
  /** Nobody has begun to handle it yet, nor died of it. */
  isFirstTry: boolean
  /** Marks the delivery as done inside the consumer's own transaction: a repeat, or a holder that lost its lease, then changes nothing. */
  settle(tx: Transaction): Promise<void>
}

export type Consumer = { event: string; name: string; handle: (data: never, event: EventEnvelope) => Promise<void> }

const consumers = new Map<string, Consumer>()

/** Hears an event after its commit, at least once; events with the same key come in order unless one fails. `consumer` is unique: `module.verb`. */
export const onEvent = <D>(
  event: string,
  consumer: `${string}.${string}`,
  handle: (data: D, event: EventEnvelope) => Promise<void>,
): void => {
  const name = `${event}>${consumer}`
  if (consumers.has(name)) throw new Error(`two consumers are called ${name}`)
  consumers.set(name, { event, name, handle })
}

export const consumersOf = (event: string): Consumer[] => [...consumers.values()].filter((consumer) => consumer.event === event)

export const consumerNamed = (name: string): Consumer | undefined => consumers.get(name)

/** Before a new composition registers its own. */
export const forgetConsumers = (): void => consumers.clear()
