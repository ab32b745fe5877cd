import { createHash } from 'node:crypto'

/** The name of a session everywhere but in its cookie. */
export const sessionIdOf = (cookieId: string): string => createHash('sha256').update(cookieId).digest('base64url')
