import { isGathering, areBidsOpen } from '@mutuo/shared/needs/need.rules.ts'
import { communeOf } from '../../data/communes.ts'
import { appUrl } from '../../platform/config.ts'
import type { JobCall } from '../../platform/jobs/define-job.ts'
import { requestMail } from '../../platform/mail/request-mail.ts'
import { sealPath } from '../../platform/mail/sealed-path.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { accounts } from '../accounts/index.ts'
import { stopTokenOf } from './alert-link.ts'
import { alertFound } from './alert.events.ts'
import type { AlertRecord } from './alert.model.ts'
import { alertStore } from './alert.store.ts'
import { audiencesOf } from './audiences.ts'
import type { NeedRecord } from './need.model.ts'
import { needStore } from './need.store.ts'

const BATCH = 200
const MOST_IN_LETTER = 20

type Person = { userId: string; name: string; email: string; locale: 'fr' | 'en' }

/** One letter for each alert whose hour has come, with all that it found since the last one. */
export const tellDueAlerts = async ({ now }: JobCall): Promise<void> => {
  const due = await alertStore.due(now, BATCH)
  const people = await accounts.many(due.map(({ userId }) => userId))
  for (const alert of due) await tellAlert(alert, people.get(alert.userId), now)
}

/** What closed meanwhile, or is no longer for this reader, is left out; a letter that would be empty is not written. */
const tellAlert = async (alert: AlertRecord, person: Person | undefined, now: Date): Promise<void> => {
  const audiences = await audiencesOf(alert)
  await transaction(async (tx) => {
    const current = await alertStore.find(alert._id, tx)
    if (!current?.dueAt || current.dueAt > now) return
    const finds = await alertStore.untold(alert._id, MOST_IN_LETTER, tx)
    const found = await needStore.many(
      finds.map(({ needId }) => needId),
      tx,
    )
    const open = found.filter((need) => isOpenFor(current, need, now) && need.audience.some((name) => audiences.includes(name)))
    await alertStore.markTold(finds, now, tx)
    const isMore = finds.length === MOST_IN_LETTER
    const told = open.length > 0 && { found: current.found + open.length, lastFoundAt: now }
    await alertStore.change(current, { dueAt: isMore ? current.dueAt : null, ...told }, tx)
    if (open.length === 0 || !person) return
    const path = open.length === 1 ? (`/besoins/${open[0]!._id}` as const) : pathOf(current)
    requestMail(tx, {
      to: person.email,
      locale: person.locale,
      template: 'needs.alert-found',
      params: {
        name: person.name,
        count: open.length,
        first: open[0]!.content.title,
        needs: open.map(lineOf).join('\n'),
        url: appUrl(path),
        path: sealPath(`/alertes/arret/${stopTokenOf(alert._id)}`),
      },
    })
    tx.emit(alertFound(current, open, path))
  })
}

const isOpenFor = ({ organisationKind }: AlertRecord, need: NeedRecord, now: Date): boolean =>
  organisationKind === 'freelancer' ? areBidsOpen(need, now) || isGathering(need, now) : isGathering(need, now)

const lineOf = ({ content }: NeedRecord): string => `• ${content.title} (${communeOf(content.communeCode)?.name ?? ''})`

/** The list with the alert's filters, the newest first. */
const pathOf = ({ filters }: AlertRecord): `/${string}` => {
  const search = new URLSearchParams({ sort: 'newest' })
  for (const [name, value] of Object.entries(filters)) search.set(name, String(value))
  return `/besoins?${search.toString()}`
}
