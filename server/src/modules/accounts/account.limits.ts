import { growingDelay, rateLimit } from '../../platform/http/rate-limit.ts'

const HOUR_S = 3_600

/** Of one machine, whatever the accounts that it tries. */
export const signInTries = rateLimit('sign-in', { points: 60, perSeconds: 60 })

/** Of one account, known or not, wherever the tries come from. A reset of the password gives it back. */
export const wrongPasswords = growingDelay('wrong-password', { free: 10 })

export const signUps = rateLimit('sign-up', { points: 30, perSeconds: HOUR_S })

/** Letters that one address can be sent: a stranger must not be able to fill somebody's letter box. */
export const lettersTo = rateLimit('account-letters', { points: 5, perSeconds: HOUR_S })
