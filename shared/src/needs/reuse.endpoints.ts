import { z } from 'zod'
import { defineEndpoint } from '../http/endpoint.ts'
import { done } from '../http/page.ts'
import { id } from '../ids/id.ts'
import { cloneNeedInput, listTemplatesInput, saveTemplateInput, templatePage, templateView, useTemplateInput } from './blueprint.schema.ts'
import { needView } from './need.schema.ts'

/** What has worked for one group is prepared for another: a draft, to be read again before it is published. */
export const cloneNeed = defineEndpoint({
  name: 'cloneNeed',
  method: 'POST',
  path: '/needs/:needId/clones',
  access: 'signedIn',
  idempotency: 'required',
  input: cloneNeedInput,
  output: needView,
  refusals: ['NOT_FOUND', 'NEED_NOT_REUSABLE', 'NOT_A_MEMBER', 'GROUP_FROZEN', 'ALREADY_EXISTS'],
})

export const saveTemplate = defineEndpoint({
  name: 'saveTemplate',
  method: 'POST',
  path: '/needs/:needId/templates',
  access: 'signedIn',
  idempotency: 'required',
  input: saveTemplateInput,
  output: templateView,
  refusals: ['NOT_FOUND', 'ASSOCIATION_ONLY', 'ALREADY_EXISTS'],
})

/** Of the viewer's association, or of those whose groups it is a member of. */
export const listTemplates = defineEndpoint({
  name: 'listTemplates',
  method: 'GET',
  path: '/templates',
  access: 'signedIn',
  input: listTemplatesInput,
  output: templatePage,
  refusals: ['INVALID_CURSOR'],
})

export const useTemplate = defineEndpoint({
  name: 'useTemplate',
  method: 'POST',
  path: '/templates/:templateId/needs',
  access: 'signedIn',
  idempotency: 'required',
  input: useTemplateInput,
  output: needView,
  refusals: ['NOT_FOUND', 'TEMPLATE_OF_OTHER_ASSOCIATION', 'NOT_A_MEMBER', 'GROUP_FROZEN', 'ALREADY_EXISTS'],
})

export const removeTemplate = defineEndpoint({
  name: 'removeTemplate',
  method: 'DELETE',
  path: '/templates/:templateId',
  access: 'signedIn',
  input: z.strictObject({ templateId: id }),
  output: done,
  refusals: ['NOT_FOUND', 'ASSOCIATION_ONLY'],
})
