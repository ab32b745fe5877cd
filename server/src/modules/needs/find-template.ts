import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import { groups } from '../groups/index.ts'
import type { TemplateRecord } from './template.model.ts'
import { templateStore } from './template.store.ts'

/** The associations whose templates the viewer may use: its own, or those of the groups of which it is a member. */
export const associationsOf = async ({ organisationId, organisationKind }: Viewer): Promise<string[]> => {
  if (!organisationId) return []
  if (organisationKind === 'association') return [organisationId]
  if (organisationKind !== 'sme') return []
  const found = await groups.many(await groups.activeGroupIds(organisationId))
  return [...new Set([...found.values()].map(({ associationId }) => associationId))]
}

/** @throws NOT_FOUND also to whom it is not offered */
export const findTemplate = async (viewer: Viewer, templateId: string): Promise<TemplateRecord> => {
  const template = await templateStore.find(templateId)
  if (!template || !(await associationsOf(viewer)).includes(template.associationId)) throw new DomainError('NOT_FOUND')
  return template
}
