import type { removeTemplate as endpoint } from '@mutuo/shared/needs/reuse.endpoints.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { findTemplate } from './find-template.ts'
import { mayRemoveTemplate } from './template.policy.ts'
import { templateStore } from './template.store.ts'

/** The association takes a template out of its library; needs that started from it stay. @throws NOT_FOUND, ASSOCIATION_ONLY */
export const removeTemplate = async ({ viewer, input }: Call<typeof endpoint>): Promise<{ done: true }> => {
  const template = await findTemplate(viewer, input.templateId)
  allow(mayRemoveTemplate(viewer, template))
  await transaction((tx) => templateStore.remove(template, tx))
  return { done: true }
}
