import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import type { AmendmentRecord } from './amendment.model.ts'
import { maySeeAmendment } from './amendment.policy.ts'
import { amendmentStore } from './amendment.store.ts'
import { findMission } from './find-mission.ts'
import type { MissionRecord } from './mission.model.ts'

/** The amendment, as far as the viewer may know that it exists. @throws NOT_FOUND */
export const findAmendment = async (
  viewer: Viewer,
  ids: { missionId: string; amendmentId: string },
  tx?: Transaction,
): Promise<{ mission: MissionRecord; amendment: AmendmentRecord }> => {
  const mission = await findMission(viewer, ids.missionId, tx)
  const amendment = await amendmentStore.find(ids.amendmentId, tx)
  if (!amendment || amendment.missionId !== mission._id || !maySeeAmendment(viewer, mission, amendment)) throw new DomainError('NOT_FOUND')
  return { mission, amendment }
}
