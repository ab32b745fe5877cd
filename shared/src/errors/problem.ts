import { z } from 'zod'

/** The one body of every refusal, over HTTP (`application/problem+json`, RFC 9457) and in socket acknowledgements. */
export const problemSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  errorId: z.string(),
  /** Every field that was refused, by its path in the input. */
  issues: z.array(z.strictObject({ path: z.string(), code: z.string() })),
})

export type Problem = z.infer<typeof problemSchema>
