import { z } from 'zod'
import { defineEndpoint } from '../http/endpoint.ts'
import { done } from '../http/page.ts'
import { id } from '../ids/id.ts'
import { alertPage, alertRhythm, alertView, saveAlertInput } from './alert.schema.ts'

const alertId = z.strictObject({ alertId: id })

/** "Nouveau besoin près de chez moi": a firm or a freelancer is told of needs that answer its search. */
export const saveAlert = defineEndpoint({
  name: 'saveAlert',
  method: 'POST',
  path: '/alerts',
  access: 'signedIn',
  idempotency: 'required',
  input: saveAlertInput,
  output: alertView,
  refusals: ['NO_ORGANISATION', 'FORBIDDEN', 'COMMUNE_UNKNOWN', 'NOT_A_MEMBER', 'TOO_MANY_ALERTS', 'ALERT_EXISTS', 'ALREADY_EXISTS'],
})

export const listAlerts = defineEndpoint({
  name: 'listAlerts',
  method: 'GET',
  path: '/alerts',
  access: 'signedIn',
  input: z.strictObject({}),
  output: alertPage,
  refusals: ['NO_ORGANISATION'],
})

export const changeAlert = defineEndpoint({
  name: 'changeAlert',
  method: 'PATCH',
  path: '/alerts/:alertId',
  access: 'signedIn',
  input: alertId.extend({ version: z.int(), rhythm: alertRhythm }),
  output: alertView,
  refusals: ['NOT_FOUND', 'STALE_STATE'],
})

export const removeAlert = defineEndpoint({
  name: 'removeAlert',
  method: 'DELETE',
  path: '/alerts/:alertId',
  access: 'signedIn',
  input: alertId,
  output: done,
  refusals: ['NOT_FOUND'],
})

/** From the link in a letter, without signing in. A second time is the same. */
export const stopAlert = defineEndpoint({
  name: 'stopAlert',
  method: 'POST',
  path: '/alert-stops',
  access: 'anyone',
  input: z.strictObject({ token: z.string().max(120) }),
  output: done,
  refusals: ['ALERT_LINK_INVALID'],
})
