import { z } from 'zod'

/** Asked of every list: keyset paging, never an offset. */
export const pageInput = { cursor: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(100).default(20) }

/** Answered by every list; `nextCursor` is absent on the last page. */
export const pageOf = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item), nextCursor: z.string().optional() })

/** What the viewer may do, and for what is refused, the code of the reason: a screen shows the action disabled, with the sentence. */
export const abilityOf = <const M extends string>(moves: readonly [M, ...M[]]) =>
  z.array(
    z.strictObject({
      move: z.enum(moves),
      allowed: z.boolean(),
      reason: z.string().optional(),
      params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  )

export type Ability<M extends string = string> = {
  move: M
  allowed: boolean
  reason?: string | undefined
  params?: Record<string, string | number> | undefined
}

export const done = z.strictObject({ done: z.literal(true) })
export const redirection = z.strictObject({ url: z.url() })
