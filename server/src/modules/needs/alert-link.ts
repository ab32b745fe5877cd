import { createHmac, timingSafeEqual } from 'node:crypto'
import { config } from '../../platform/config.ts'

const ID_LENGTH = 36

const sealOf = (alertId: string): string => createHmac('sha256', config().sessionSecret).update(`alert-stop:${alertId}`).digest('base64url')

/** What a letter's link carries, without a dot, which would make a file's name of it: it follows from the alert and the server's key, and is stored nowhere. */
export const stopTokenOf = (alertId: string): string => alertId + sealOf(alertId)

/** The alert that a link ends, or null where the link is not ours. */
export const alertIdOf = (token: string): string | null => {
  const [alertId, seal] = [token.slice(0, ID_LENGTH), token.slice(ID_LENGTH)]
  const [given, own] = [Buffer.from(seal), Buffer.from(sealOf(alertId))]
  return given.length === own.length && timingSafeEqual(given, own) ? alertId : null
}
