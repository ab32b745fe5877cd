import { z } from 'zod'
import { defineEndpoint } from '../http/endpoint.ts'
import { done } from '../http/page.ts'
import { id, line } from '../ids/id.ts'
import { email, locale, password, secretToken, sessionView, signedInDevice, signInInput, signUpInput } from './account.schema.ts'

export const getSession = defineEndpoint({
  name: 'getSession',
  method: 'GET',
  path: '/session',
  access: 'anyone',
  input: z.strictObject({}),
  output: sessionView,
  refusals: [],
})

/** Answers the same whether the address is known or not; the letter says which. */
export const signUp = defineEndpoint({
  name: 'signUp',
  method: 'POST',
  path: '/accounts',
  access: 'anyone',
  idempotency: 'required',
  input: signUpInput,
  output: done,
  refusals: ['PASSWORD_TOO_COMMON'],
})

export const confirmEmail = defineEndpoint({
  name: 'confirmEmail',
  method: 'POST',
  path: '/accounts/confirmation',
  access: 'anyone',
  input: z.strictObject({ token: secretToken }),
  output: done,
  refusals: ['TOKEN_INVALID'],
})

export const resendConfirmation = defineEndpoint({
  name: 'resendConfirmation',
  method: 'POST',
  path: '/accounts/confirmation/letter',
  access: 'anyone',
  input: z.strictObject({ email }),
  output: done,
  refusals: [],
})

/** Rotates the session. */
export const signIn = defineEndpoint({
  name: 'signIn',
  method: 'POST',
  path: '/session',
  access: 'anyone',
  input: signInInput,
  output: sessionView,
  refusals: ['WRONG_CREDENTIALS', 'ACCOUNT_SUSPENDED', 'EMAIL_NOT_CONFIRMED', 'TOO_MANY_REQUESTS'],
})

export const signOut = defineEndpoint({
  name: 'signOut',
  method: 'DELETE',
  path: '/session',
  access: 'signedIn',
  input: z.strictObject({}),
  output: done,
  refusals: [],
})

export const askPasswordReset = defineEndpoint({
  name: 'askPasswordReset',
  method: 'POST',
  path: '/accounts/password-reset/letter',
  access: 'anyone',
  input: z.strictObject({ email }),
  output: done,
  refusals: [],
})

/** Ends every other session of the account. */
export const resetPassword = defineEndpoint({
  name: 'resetPassword',
  method: 'POST',
  path: '/accounts/password-reset',
  access: 'anyone',
  input: z.strictObject({ token: secretToken, password }),
  output: done,
  refusals: ['TOKEN_INVALID', 'PASSWORD_TOO_COMMON'],
})

export const changePassword = defineEndpoint({
  name: 'changePassword',
  method: 'POST',
  path: '/account/password',
  access: 'signedIn',
  input: z.strictObject({ current: z.string().min(1).max(128), password }),
  output: done,
  refusals: ['WRONG_CREDENTIALS', 'PASSWORD_TOO_COMMON'],
})

export const updateAccount = defineEndpoint({
  name: 'updateAccount',
  method: 'PATCH',
  path: '/account',
  access: 'signedIn',
  input: z.strictObject({ name: line(80).optional(), locale: locale.optional() }),
  output: sessionView,
  refusals: [],
})

export const actFor = defineEndpoint({
  name: 'actFor',
  method: 'POST',
  path: '/session/organisation',
  access: 'signedIn',
  input: z.strictObject({ organisationId: id }),
  output: sessionView,
  refusals: ['NOT_YOUR_ORGANISATION'],
})

export const listDevices = defineEndpoint({
  name: 'listDevices',
  method: 'GET',
  path: '/account/sessions',
  access: 'signedIn',
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(signedInDevice) }),
  refusals: [],
})

export const signOutEverywhereElse = defineEndpoint({
  name: 'signOutEverywhereElse',
  method: 'DELETE',
  path: '/account/sessions',
  access: 'signedIn',
  input: z.strictObject({}),
  output: done,
  refusals: [],
})
