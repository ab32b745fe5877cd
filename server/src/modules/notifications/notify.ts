import type { NotificationKind, NotificationTopic } from '@mutuo/shared/notifications/notification.schema.ts'
import { v7 as newId } from 'uuid'
import { appUrl } from '../../platform/config.ts'
import type { EventEnvelope } from '../../platform/events/on-event.ts'
import { requestMail } from '../../platform/mail/request-mail.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { publishChange } from '../../platform/realtime/publish-change.ts'
import { organisations } from '../organisations/index.ts'
import { nextDigestAt } from './digest.rules.ts'
import { rhythmOf } from './preference.rules.ts'
import { notificationStore } from './notification.store.ts'
import { sentenceOf, type Params } from './notification.texts.ts'

export type Notice = {
  kind: NotificationKind
  topic: NotificationTopic
  /** Organisations whose people are told: owners alone where it is theirs to act. */
  to: string[]
  ownersOnly?: boolean
  /** Of these people alone, where it answers what they asked for themselves. */
  onlyUserIds?: string[]
  /** Whoever emits it writes the letter too. */
  hasOwnLetter?: boolean
  params: Params
  path: `/${string}`
  needsAction?: boolean
}

/** Tells each person once of an event, and writes to those who want a letter at once. */
export const notify = async (notice: Notice, event: Pick<EventEnvelope, 'id' | 'at' | 'isFirstTry'>): Promise<void> => {
  const people = [...(await organisations.peopleOf([...new Set(notice.to)])).values()].flat()
  const addressed = new Map(
    people
      .filter((person) => !notice.ownersOnly || person.role === 'owner')
      .filter((person) => !notice.onlyUserIds || notice.onlyUserIds.includes(person.userId))
      .map((person) => [person.userId, person]),
  )
  if (addressed.size === 0) return
  const wishes = await notificationStore.preferencesOf([...addressed.keys()])
  const needsAction = notice.needsAction ?? false
  await transaction(async (tx) => {
    const told = event.isFirstTry ? new Set() : await notificationStore.toldOf(event.id, [...addressed.keys()], tx)
    const news = [...addressed.values()].filter((person) => !told.has(`${person.userId}:${notice.kind}`))
    const rhythmFor = (userId: string) => (notice.hasOwnLetter ? 'never' : rhythmOf(wishes.get(userId), notice.topic, needsAction))
    const rhythms = new Map(news.map((person) => [person.userId, rhythmFor(person.userId)]))
    await notificationStore.insert(
      news.map((person) => ({
        _id: newId(),
        userId: person.userId,
        eventId: event.id,
        kind: notice.kind,
        topic: notice.topic,
        params: notice.params,
        path: notice.path,
        needsAction,
        at: event.at,
        readAt: null,
        digestAt: rhythms.get(person.userId) === 'daily' ? nextDigestAt(event.at) : null,
      })),
      tx,
    )
    for (const person of news) {
      if (rhythms.get(person.userId) !== 'immediate') continue
      const sentence = sentenceOf(notice.kind, notice.params, person.locale)
      requestMail(tx, {
        to: person.email,
        locale: person.locale,
        template: 'notifications.one',
        params: { name: person.name, sentence, url: appUrl(notice.path) },
      })
    }
    tx.after(() => {
      for (const person of news) publishChange(`user:${person.userId}`, { entity: 'notification', id: person.userId })
    })
  })
}
