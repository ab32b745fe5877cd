import { z } from 'zod'
import { pageInput, pageOf } from '../http/page.ts'
import { id, instant, line } from '../ids/id.ts'
import { commonLot, expectedMilestone, needContent, ownLot } from './need.schema.ts'

const lot = z.discriminatedUnion('kind', [commonLot.omit({ id: true }), ownLot.omit({ id: true })])
const milestone = expectedMilestone.omit({ lotId: true }).extend({ lotIndex: z.int() })

/** What of a need is used again: no id, no date, no place, nobody's name and nobody's amount. */
export const blueprint = needContent
  .omit({
    communeCode: true,
    gatheringClosesAt: true,
    bidsCloseAt: true,
    voteClosesAt: true,
    startsOn: true,
    lots: true,
    expectedMilestones: true,
  })
  .extend({ lots: z.array(lot).min(1).max(8), milestones: z.array(milestone).max(20) })

/** `id` is the new draft's own, made by the client, so that a repeat is the same draft. */
export const cloneNeedInput = z.strictObject({ needId: id, id, groupId: id })
export const saveTemplateInput = z.strictObject({ needId: id, id, name: line(100) })
export const useTemplateInput = z.strictObject({ templateId: id, id, groupId: id })

export const templateView = z.strictObject({
  id,
  name: z.string(),
  association: z.strictObject({ id, name: z.string() }),
  blueprint,
  savedAt: instant,
  /** The association's own people remove it. */
  isOwn: z.boolean(),
})

export const listTemplatesInput = z.strictObject(pageInput)
export const templatePage = pageOf(templateView)

export type Blueprint = z.infer<typeof blueprint>
export type TemplateView = z.infer<typeof templateView>
