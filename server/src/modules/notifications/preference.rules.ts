import type { NotificationTopic, Preferences } from '@mutuo/shared/notifications/notification.schema.ts'

type Rhythm = Preferences['mail'][NotificationTopic]
type Wishes = Partial<Preferences['mail']> | undefined

const topics: readonly NotificationTopic[] = ['groups', 'needs', 'bids', 'votes', 'missions', 'money', 'rooms']
const unlessSaid: Rhythm = 'daily'

/** What asks for an act comes at once, unless the person wants no letters about it; the rest comes as the person wishes. */
export const rhythmOf = (wishes: Wishes, topic: NotificationTopic, needsAction: boolean): Rhythm => {
  const wish = wishes?.[topic] ?? unlessSaid
  return needsAction && wish === 'daily' ? 'immediate' : wish
}

/** Every topic with what holds for it. */
export const completed = (wishes: Wishes): Preferences['mail'] =>
  Object.fromEntries(topics.map((topic) => [topic, wishes?.[topic] ?? unlessSaid])) as Preferences['mail']
