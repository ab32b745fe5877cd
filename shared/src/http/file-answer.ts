import { z } from 'zod'

/** What an endpoint with a `file` type answers: the name under which it is kept, and its content. */
export const fileAnswer = z.strictObject({
  name: z.string().regex(/^[\w.-]+$/),
  content: z.union([z.string(), z.custom<Uint8Array>((value) => value instanceof Uint8Array)]),
})

export type FileAnswer = z.infer<typeof fileAnswer>
