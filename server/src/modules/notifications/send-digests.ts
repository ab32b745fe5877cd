import { appUrl } from '../../platform/config.ts'
import { requestMail } from '../../platform/mail/request-mail.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { accounts } from '../accounts/index.ts'
import type { NotificationRecord } from './notification.model.ts'
import { notificationStore } from './notification.store.ts'
import { sentenceOf } from './notification.texts.ts'

const batchSize = 500

/** One morning letter a person with all that waited for it. */
export const sendDigests = async (now: Date): Promise<void> => {
  const due = await notificationStore.dueForDigest(now, batchSize)
  const byPerson = groupByPerson(due)
  const people = await accounts.many([...byPerson.keys()])
  for (const [userId, notifications] of byPerson) {
    const person = people.get(userId)
    await transaction(async (tx) => {
      await notificationStore.closeDigest(
        notifications.map((notification) => notification._id),
        tx,
      )
      const unread = notifications.filter((notification) => notification.readAt === null)
      if (!person || unread.length === 0) return
      const sentences = unread.map(({ kind, params }) => sentenceOf(kind, params, person.locale))
      requestMail(tx, {
        to: person.email,
        locale: person.locale,
        template: 'notifications.digest',
        params: {
          name: person.name,
          count: sentences.length,
          sentences: sentences.map((sentence) => `• ${sentence}`).join('\n'),
          url: appUrl('/notifications'),
        },
      })
    })
  }
}

const groupByPerson = (notifications: NotificationRecord[]) => {
  const groups = new Map<string, NotificationRecord[]>()
  for (const notification of notifications) groups.set(notification.userId, [...(groups.get(notification.userId) ?? []), notification])
  return groups
}
