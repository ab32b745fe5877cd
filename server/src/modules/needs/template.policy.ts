import { no, yes } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { TemplateRecord } from './template.model.ts'

export const mayRemoveTemplate = (viewer: Viewer, { associationId }: Pick<TemplateRecord, 'associationId'>) =>
  viewer.organisationId === associationId ? yes : no('ASSOCIATION_ONLY')
