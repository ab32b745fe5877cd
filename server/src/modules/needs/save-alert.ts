import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { saveAlert as endpoint } from '@mutuo/shared/needs/alert.endpoints.ts'
import { alertKeyOf } from '@mutuo/shared/needs/alert.rules.ts'
import { communeOf } from '../../data/communes.ts'
import { searchedTokens } from '../../data/fold.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { duplicateKeyOf } from '../../platform/mongo/duplicate-key.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import type { AlertRecord } from './alert.model.ts'
import { maySaveAlert, MOST_ALERTS } from './alert.policy.ts'
import { alertStore } from './alert.store.ts'
import { areasLookedIn } from './nearness.ts'

/**
 * A firm or a freelancer keeps a search, to be told of each new need that answers it. The same id twice is the same alert.
 * @throws NO_ORGANISATION, FORBIDDEN, COMMUNE_UNKNOWN, NOT_A_MEMBER, TOO_MANY_ALERTS, ALERT_EXISTS, ALREADY_EXISTS
 */
export const saveAlert = async (call: Call<typeof endpoint>): Promise<AlertRecord> => {
  try {
    return await insertAlert(call)
  } catch (error) {
    const duplicate = duplicateKeyOf(error)
    if (!duplicate) throw error
    if (duplicate.indexName === 'one_alert_a_search') throw new DomainError('ALERT_EXISTS')
    return insertAlert(call)
  }
}

const insertAlert = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const organisationId = organisationOf(viewer)
    allow(maySaveAlert(viewer))
    const { id, rhythm, ...filters } = input
    const { userId } = viewer
    const made = await alertStore.find(id, tx)
    if (made) {
      if (made.userId !== userId || made.organisationId !== organisationId) throw new DomainError('ALREADY_EXISTS')
      return made
    }
    const { q, skill, near, km, groupId } = filters
    if (near && !communeOf(near)) throw new DomainError('COMMUNE_UNKNOWN')
    if (groupId && (await groups.membershipOf(viewer, groupId, tx))?.state !== 'active') throw new DomainError('NOT_A_MEMBER')
    const known = await alertStore.ofOwner({ userId, organisationId }, MOST_ALERTS, tx)
    const key = alertKeyOf(filters)
    if (known.some((alert) => alert.key === key)) throw new DomainError('ALERT_EXISTS')
    if (known.length >= MOST_ALERTS) throw new DomainError('TOO_MANY_ALERTS', { most: MOST_ALERTS })
    const alert: AlertRecord = {
      _id: id,
      version: 1,
      userId,
      organisationId,
      organisationKind: viewer.organisationKind as AlertRecord['organisationKind'],
      filters,
      key,
      rhythm,
      areas: areasLookedIn(near, km),
      skill: skill ?? 'any',
      words: q ? searchedTokens(q) : [],
      dueAt: null,
      found: 0,
      lastFoundAt: null,
      savedAt: now,
    }
    await alertStore.insert(alert, tx)
    return alert
  })
