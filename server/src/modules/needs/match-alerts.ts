import { tellAlertAt } from '@mutuo/shared/needs/alert.rules.ts'
import { alertRhythm } from '@mutuo/shared/needs/alert.schema.ts'
import { v7 as newId } from 'uuid'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { organisations } from '../organisations/index.ts'
import type { AlertRecord } from './alert.model.ts'
import { alertStore } from './alert.store.ts'
import { areasHeardFrom, isWithinReach } from './nearness.ts'
import type { NeedRecord } from './need.model.ts'
import { needStore } from './need.store.ts'

const BATCH = 100

/**
 * A need was published: who keeps a search that it answers will be told, once. The group's own members are not: their group tells them.
 * Asks in the other direction than a list does, by area and skill, so that it costs what is found and not how many look.
 */
export const matchAlerts = async (needId: string, now: Date): Promise<void> => {
  const need = await needStore.find(needId)
  if (!need || need.state !== 'gathering') return
  const members = new Set(await groups.activeFirmIds(need.groupId))
  const [areas, skills] = [areasHeardFrom(need.content.communeCode), ['any', ...need.skills]]
  for (let after = ''; ;) {
    const alerts = await alertStore.lookingFor(areas, skills, after, BATCH)
    const last = alerts.at(-1)
    if (!last) return
    const answered = alerts.filter(
      (alert) => answers(need, alert) && alert.organisationId !== need.leaderId && !members.has(alert.organisationId),
    )
    await keepFinds(need._id, await thoseWhoMaySee(need, answered), now)
    after = last._id
  }
}

const answers = ({ searchTokens, groupId, content }: NeedRecord, { words, filters }: AlertRecord): boolean =>
  words.every((word) => searchTokens.includes(word)) &&
  (filters.groupId === undefined || filters.groupId === groupId) &&
  isWithinReach(content.communeCode, filters)

/** A public need is everybody's; one of a group is, beside its members, for freelancers with its skills. */
const thoseWhoMaySee = async ({ audience }: NeedRecord, alerts: AlertRecord[]): Promise<AlertRecord[]> => {
  if (audience.includes('public')) return alerts
  const bidders = alerts.filter((alert) => alert.organisationKind === 'freelancer')
  const known = await organisations.many(bidders.map((alert) => alert.organisationId))
  return bidders.filter((alert) => known.get(alert.organisationId)?.skills.some((skill) => audience.includes(`skill:${skill}`)))
}

const keepFinds = async (needId: string, alerts: AlertRecord[], now: Date): Promise<void> => {
  if (alerts.length === 0) return
  await transaction(async (tx) => {
    const found = await alertStore.peopleWhoFound(
      needId,
      alerts.map(({ userId }) => userId),
      tx,
    )
    // Of several alerts of one person, the one that tells first.
    const soonest = [...alerts].sort((a, b) => tellAlertAt(a.rhythm, now).getTime() - tellAlertAt(b.rhythm, now).getTime())
    const news = soonest.filter(
      (alert, at) => !found.has(alert.userId) && soonest.findIndex(({ userId }) => userId === alert.userId) === at,
    )
    const find = ({ _id, userId }: AlertRecord) => ({ _id: newId(), userId, alertId: _id, needId, foundAt: now, toldAt: null })
    await alertStore.insertFinds(news.map(find), tx)
    for (const rhythm of alertRhythm.options) {
      const ids = news.filter((alert) => alert.rhythm === rhythm).map(({ _id }) => _id)
      if (ids.length > 0) await alertStore.setDue(ids, tellAlertAt(rhythm, now), tx)
    }
  })
}
