import { mayRead, readersOf } from '@mutuo/shared/audiences/audiences.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { Visitor } from '../../platform/access/viewer.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { organisations } from '../organisations/index.ts'
import { bidders, participation } from './participation.ts'
import type { NeedRecord } from './need.model.ts'
import { needStore } from './need.store.ts'

/** The need, as far as the viewer may know that it exists; who takes part in it knows it whatever became of it. @throws NOT_FOUND */
export const findNeed = async (viewer: Visitor, needId: string, tx?: Transaction): Promise<NeedRecord> => {
  const need = await needStore.find(needId, tx)
  if (!need || !(await maySee(viewer, need, tx))) throw new DomainError('NOT_FOUND')
  return need
}

export const maySee = async (viewer: Visitor, need: NeedRecord, tx?: Transaction): Promise<boolean> => {
  const { audience, groupId, _id } = need
  if (audience.includes('public')) return true
  if (!viewer) return false
  if (viewer.isAdmin) return true
  const { organisationId, organisationKind } = viewer
  if (!organisationId) return false
  if (audience.includes(`organisation:${organisationId}`)) return true
  if (need.state === 'draft' || need.state === 'review') return false
  if (organisationKind === 'sme') {
    const membership = await groups.membershipOf(organisationId, groupId, tx)
    if (membership?.state === 'active' && audience.includes(`group:${groupId}`)) return true
    return participation().takesPart(organisationId, _id, tx)
  }
  if (organisationKind !== 'freelancer') return false
  const skills = (await organisations.find(organisationId, tx))?.skills ?? []
  return skills.some((skill) => audience.includes(`skill:${skill}`)) || (await bidders().bidIdOf(organisationId, _id, tx)) !== null
}

/** Whether the viewer belongs to those among whom the need's firms know each other: members of the group, its association, the platform. */
export const isInside = async (
  viewer: Visitor,
  need: Pick<NeedRecord, 'groupId' | 'associationId'>,
  tx?: Transaction,
): Promise<boolean> => {
  if (!viewer) return false
  if (mayRead('need.inside', readersOf(viewer, { firmIds: [], associationId: need.associationId }))) return true
  if (viewer.organisationKind !== 'sme' || !viewer.organisationId) return false
  const isMember = (await groups.membershipOf(viewer.organisationId, need.groupId, tx))?.state === 'active'
  return mayRead('need.inside', [isMember ? 'firm' : 'outsider'])
}
