import { z } from 'zod'
import { defineEndpoint } from '../http/endpoint.ts'
import { done, pageInput } from '../http/page.ts'
import { id } from '../ids/id.ts'
import { notificationPage, preferences } from './notification.schema.ts'

export const listNotifications = defineEndpoint({
  name: 'listNotifications',
  method: 'GET',
  path: '/notifications',
  access: 'signedIn',
  input: z.strictObject({ ...pageInput, unreadOnly: z.stringbool().optional() }),
  output: notificationPage,
  refusals: [],
})

export const markNotificationsRead = defineEndpoint({
  name: 'markNotificationsRead',
  method: 'POST',
  path: '/notifications/read',
  access: 'signedIn',
  input: z.strictObject({ ids: z.array(id).max(100).optional() }),
  output: done,
  refusals: [],
})

export const getPreferences = defineEndpoint({
  name: 'getPreferences',
  method: 'GET',
  path: '/notifications/preferences',
  access: 'signedIn',
  input: z.strictObject({}),
  output: preferences,
  refusals: [],
})

export const updatePreferences = defineEndpoint({
  name: 'updatePreferences',
  method: 'PATCH',
  path: '/notifications/preferences',
  access: 'signedIn',
  input: preferences,
  output: preferences,
  refusals: [],
})
