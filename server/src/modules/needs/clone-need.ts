import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { cloneNeed as endpoint } from '@mutuo/shared/needs/reuse.endpoints.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { draftFrom } from './draft-from-blueprint.ts'
import { findNeed } from './find-need.ts'
import { readBlueprint } from './read-blueprint.ts'

/**
 * A group takes over what another one has had done: need, lots, keys, rules and steps, with a place and dates of its own, nobody's name and nobody's
 * amount. It is a draft. @throws NOT_FOUND, NEED_NOT_REUSABLE, NOT_A_MEMBER, GROUP_FROZEN, ALREADY_EXISTS
 */
export const cloneNeed = async (call: Call<typeof endpoint>) => {
  const { needId, id, groupId } = call.input
  const need = await findNeed(call.viewer, needId)
  if (need.state !== 'awarded' && need.state !== 'done') throw new DomainError('NEED_NOT_REUSABLE')
  return draftFrom(await readBlueprint(need), { ...call, input: { id, groupId } })
}
