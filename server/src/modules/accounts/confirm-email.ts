import type { confirmEmail as confirmEmailEndpoint } from '@mutuo/shared/accounts/account.endpoints.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { fold } from '../../data/fold.ts'
import { accountStore } from './account.store.ts'
import { hashToken } from './secret-token.ts'

/** The person reads the letter, so the address is theirs. Where several letters were asked for, what was asked with this one holds. @throws TOKEN_INVALID */
export const confirmEmail = ({ input, now, ip }: Pick<Call<typeof confirmEmailEndpoint>, 'input' | 'now' | 'ip'>) =>
  transaction(async (tx) => {
    const token = await accountStore.takeToken(hashToken(input.token), 'confirm', now, tx)
    const user = token && (await accountStore.find(token.userId, tx))
    if (!user || user.emailConfirmedAt) throw new DomainError('TOKEN_INVALID')
    const asked = token.asked && { ...token.asked, nameFold: fold(token.asked.name) }
    await accountStore.change(user, { ...asked, emailConfirmedAt: now }, tx)
    await accountStore.dropTokens(user._id, 'confirm', tx)
    await audit({ actor: { userId: user._id }, action: 'account.confirm_email', object: `user:${user._id}`, ip }, tx)
    tx.emit({ name: 'account.confirmed', key: user._id, data: { userId: user._id } })
    return { done: true as const }
  })
