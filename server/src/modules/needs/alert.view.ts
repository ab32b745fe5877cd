import type { listAlerts as endpoint } from '@mutuo/shared/needs/alert.endpoints.ts'
import type { alertPage, AlertView } from '@mutuo/shared/needs/alert.schema.ts'
import type { z } from 'zod'
import { communeOf } from '../../data/communes.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { groups } from '../groups/index.ts'
import type { AlertRecord } from './alert.model.ts'
import { MOST_ALERTS } from './alert.policy.ts'
import { alertStore } from './alert.store.ts'

export const presentAlerts = async (alerts: readonly AlertRecord[]): Promise<AlertView[]> => {
  const groupOf = await groups.many(alerts.flatMap(({ filters }) => filters.groupId ?? []))
  return alerts.map(({ _id, version, rhythm, filters, found, lastFoundAt }) => {
    const place = filters.near && communeOf(filters.near)?.name
    const group = filters.groupId && groupOf.get(filters.groupId)?.name
    return {
      id: _id,
      version,
      rhythm,
      filters,
      ...(place && { place }),
      ...(group && { group }),
      found,
      ...(lastFoundAt && { lastFoundAt: lastFoundAt.toISOString() }),
    }
  })
}

export const presentAlert = async (alert: AlertRecord): Promise<AlertView> => (await presentAlerts([alert]))[0]!

/** One's own alerts for the organisation that one acts for. @throws NO_ORGANISATION */
export const listAlerts = async ({ viewer }: Call<typeof endpoint>): Promise<z.input<typeof alertPage>> => {
  const owner = { userId: viewer.userId, organisationId: organisationOf(viewer) }
  return { items: await presentAlerts(await alertStore.ofOwner(owner, MOST_ALERTS)), most: MOST_ALERTS }
}
