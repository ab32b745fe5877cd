import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { useTemplate as endpoint } from '@mutuo/shared/needs/reuse.endpoints.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { groups } from '../groups/index.ts'
import { draftFrom } from './draft-from-blueprint.ts'
import { findTemplate } from './find-template.ts'

/** A draft that starts from one of the association's templates, in one of its groups. @throws NOT_FOUND, TEMPLATE_OF_OTHER_ASSOCIATION, NOT_A_MEMBER, GROUP_FROZEN, ALREADY_EXISTS */
export const useTemplate = async (call: Call<typeof endpoint>) => {
  const { templateId, id, groupId } = call.input
  const template = await findTemplate(call.viewer, templateId)
  const group = await groups.get(groupId)
  if (group.associationId !== template.associationId) throw new DomainError('TEMPLATE_OF_OTHER_ASSOCIATION')
  return draftFrom(template.blueprint, { ...call, input: { id, groupId } })
}
