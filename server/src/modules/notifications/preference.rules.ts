import type { NotificationTopic, Preferences } from '@mutuo/shared/notifications/notification.schema.ts'

type Rhythm = Preferences['mail'][NotificationTopic]

export const topics: readonly NotificationTopic[] = ['groups', 'needs', 'bids', 'votes', 'missions', 'money', 'rooms']

/** What asks for an act comes at once unless the person wants none; the rest waits for the daily letter. */
export const rhythmOf = (wishes: Partial<Preferences['mail']> | undefined, topic: NotificationTopic, needsAction: boolean): Rhythm =>
  wishes?.[topic] ?? (needsAction ? 'immediate' : 'daily')

/** Every topic with what holds for it. */
export const completed = (wishes: Partial<Preferences['mail']> | undefined): Preferences['mail'] =>
  Object.fromEntries(
    topics.map((topic) => [topic, wishes?.[topic] ?? (topic === 'rooms' || topic === 'needs' ? 'daily' : 'immediate')]),
  ) as Preferences['mail']
