import type { templatePage, TemplateView } from '@mutuo/shared/needs/blueprint.schema.ts'
import type { listTemplates as endpoint } from '@mutuo/shared/needs/reuse.endpoints.ts'
import type { z } from 'zod'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { organisations } from '../organisations/index.ts'
import { associationsOf } from './find-template.ts'
import type { TemplateRecord } from './template.model.ts'
import { templateStore } from './template.store.ts'

const presentTemplates = async (templates: readonly TemplateRecord[], { organisationId }: Viewer): Promise<TemplateView[]> => {
  const marks = await organisations.marksOf([...new Set(templates.map(({ associationId }) => associationId))])
  return templates.map(({ _id, associationId, name, blueprint, savedAt }) => ({
    id: _id,
    name,
    association: { id: associationId, name: marks.get(associationId)?.name ?? '' },
    blueprint,
    savedAt: savedAt.toISOString(),
    isOwn: associationId === organisationId,
  }))
}

export const presentTemplate = async (template: TemplateRecord, viewer: Viewer): Promise<TemplateView> =>
  (await presentTemplates([template], viewer))[0]!

/** The library that the viewer may start from, the latest first. @throws INVALID_CURSOR */
export const listTemplates = async ({ viewer, input }: Call<typeof endpoint>): Promise<z.input<typeof templatePage>> => {
  const { items, nextCursor } = await templateStore.page(await associationsOf(viewer), input)
  return { items: await presentTemplates(items, viewer), ...(nextCursor && { nextCursor }) }
}
