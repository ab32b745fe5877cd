import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { saveTemplate as endpoint } from '@mutuo/shared/needs/reuse.endpoints.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { duplicateKeyOf } from '../../platform/mongo/duplicate-key.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { findNeed } from './find-need.ts'
import { mayApprove } from './need.policy.ts'
import { readBlueprint } from './read-blueprint.ts'
import type { TemplateRecord } from './template.model.ts'
import { templateStore } from './template.store.ts'

/**
 * The association keeps a need of its groups as a template, without anybody's name or amount. The same id twice is the same template.
 * @throws NOT_FOUND, ASSOCIATION_ONLY, ALREADY_EXISTS
 */
export const saveTemplate = async ({ viewer, input, now }: Call<typeof endpoint>): Promise<TemplateRecord> => {
  const need = await findNeed(viewer, input.needId)
  allow(mayApprove(viewer, need))
  const { associationId } = need
  const blueprint = await readBlueprint(need)
  const template = { _id: input.id, associationId, name: input.name, blueprint, savedAt: now }
  try {
    await transaction((tx) => templateStore.insert(template, tx))
    return template
  } catch (error) {
    if (!duplicateKeyOf(error)) throw error
    const made = await templateStore.find(input.id)
    if (made?.associationId !== associationId) throw new DomainError('ALREADY_EXISTS')
    return made
  }
}
