import * as endpoints from '@mutuo/shared/needs/reuse.endpoints.ts'
import { serve, type Call } from '../../platform/http/serve-endpoint.ts'
import { cloneNeed } from './clone-need.ts'
import type { NeedRecord } from './need.model.ts'
import { presentNeed } from './need.view.ts'
import { removeTemplate } from './remove-template.ts'
import { saveTemplate } from './save-template.ts'
import { listTemplates, presentTemplate } from './template.view.ts'
import { useTemplate } from './use-template.ts'

const presentDraft = (need: NeedRecord, { viewer, now }: Pick<Call<typeof endpoints.cloneNeed>, 'viewer' | 'now'>) =>
  presentNeed(need, viewer, now)

export const reuseRoutes = [
  serve(endpoints.cloneNeed, { run: cloneNeed, present: presentDraft }),
  serve(endpoints.saveTemplate, { run: saveTemplate, present: (template, { viewer }) => presentTemplate(template, viewer) }),
  serve(endpoints.listTemplates, { run: listTemplates }),
  serve(endpoints.useTemplate, { run: useTemplate, present: presentDraft }),
  serve(endpoints.removeTemplate, { run: removeTemplate }),
]
