import { createHash, randomBytes } from 'node:crypto'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import type { AccountTokenRecord, TokenPurpose } from './account-token.model.ts'
import { accountStore } from './account.store.ts'

const MINUTE_MS = 60_000
const LIFETIME_MS: Record<TokenPurpose, number> = { confirm: 24 * 60 * MINUTE_MS, reset: 30 * MINUTE_MS }

export const hashToken = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** Makes a secret that works once, and keeps its hash. */
export const issueToken = async (
  {
    userId,
    purpose,
    asked = null,
    now,
  }: Pick<AccountTokenRecord, 'userId' | 'purpose'> & { asked?: AccountTokenRecord['asked']; now: Date },
  tx: Transaction,
): Promise<string> => {
  const secret = randomBytes(32).toString('base64url')
  await accountStore.putToken(
    { _id: hashToken(secret), purpose, userId, asked, expiresAt: new Date(now.getTime() + LIFETIME_MS[purpose]) },
    tx,
  )
  return secret
}
