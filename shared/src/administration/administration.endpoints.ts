import { z } from 'zod'
import { invariantLine } from '../billing/billing.schema.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { done, pageInput, pageOf } from '../http/page.ts'
import { id, line } from '../ids/id.ts'
import { associationDesk, auditPage, userLine } from './desk.schema.ts'

export const getAssociationDesk = defineEndpoint({
  name: 'getAssociationDesk',
  method: 'GET',
  path: '/association-desk',
  access: 'signedIn',
  input: z.strictObject({}),
  output: associationDesk,
  refusals: ['ASSOCIATION_ONLY'],
})

export const listUsers = defineEndpoint({
  name: 'listUsers',
  method: 'GET',
  path: '/admin/users',
  access: 'admin',
  input: z.strictObject({ ...pageInput, q: z.string().trim().max(100).optional() }),
  output: pageOf(userLine),
  refusals: [],
})

/** Ends the person's sessions and sockets at once. */
export const suspendUser = defineEndpoint({
  name: 'suspendUser',
  method: 'POST',
  path: '/admin/users/:userId/suspension',
  access: 'admin',
  input: z.strictObject({ userId: id, isSuspended: z.boolean(), reason: line(300) }),
  output: done,
  refusals: ['NOT_FOUND', 'NOT_YOURSELF'],
})

export const listAudit = defineEndpoint({
  name: 'listAudit',
  method: 'GET',
  path: '/admin/audit',
  access: 'admin',
  input: z.strictObject(pageInput),
  output: auditPage,
  refusals: [],
})

export const getBooks = defineEndpoint({
  name: 'getBooks',
  method: 'GET',
  path: '/admin/books',
  access: 'admin',
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(invariantLine), isBalanced: z.boolean() }),
  refusals: [],
})
