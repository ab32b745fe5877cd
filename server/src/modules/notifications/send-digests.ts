import { appUrl } from '../../platform/config.ts'
import { requestMail } from '../../platform/mail/request-mail.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { accounts } from '../accounts/index.ts'
import { notificationStore } from './notification.store.ts'
import { sentenceOf } from './notification.texts.ts'

const batchSize = 500

type Addressee = { userId: string; name: string; email: string; locale: 'fr' | 'en' }

/** One morning letter a person with all that waited for it. */
export const sendDigests = async (now: Date): Promise<void> => {
  const userIds = await notificationStore.peopleDueForDigest(now, batchSize)
  const people = await accounts.many(userIds)
  for (const userId of userIds) await sendDigest(userId, people.get(userId), now)
}

/** What was read meanwhile is left out; a letter that would be empty is not written. */
const sendDigest = (userId: string, person: Addressee | undefined, now: Date) =>
  transaction(async (tx) => {
    const due = await notificationStore.takeDigest(userId, now, tx)
    const unread = due.filter((notification) => notification.readAt === null)
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
