import { z } from 'zod'
import { pageOf } from '../http/page.ts'
import { id, instant } from '../ids/id.ts'
import { listNeedsInput, skill } from './need.schema.ts'

export const alertRhythm = z.enum(['immediate', 'daily', 'weekly'])

/** What of a search is kept: what it looks for, where, and in which group; how the list was sorted is the list's. */
export const alertFilters = z.strictObject({
  q: listNeedsInput.shape.q,
  skill: skill.optional(),
  near: z.string().max(5).optional(),
  km: z.int().min(1).max(500).optional(),
  groupId: id.optional(),
})

/** The id is made by the client, so that a repeat is the same alert. */
export const saveAlertInput = alertFilters.extend({ id, rhythm: alertRhythm })

/** One's own saved search: nobody else receives this view. */
export const alertView = z.strictObject({
  id,
  version: z.int(),
  rhythm: alertRhythm,
  filters: alertFilters,
  /** The commune around which it looks, and the group in which. */
  place: z.string().optional(),
  group: z.string().optional(),
  /** How many needs it has told of. */
  found: z.int(),
  lastFoundAt: instant.optional(),
})

export const alertPage = pageOf(alertView).extend({ most: z.int() })

export type AlertRhythm = z.infer<typeof alertRhythm>
export type AlertFilters = z.infer<typeof alertFilters>
export type AlertView = z.infer<typeof alertView>
