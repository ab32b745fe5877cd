import { createHash, randomBytes } from 'node:crypto'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { inviteColleague as inviteEndpoint } from '@mutuo/shared/organisations/organisation.endpoints.ts'
import { allow } from '../../platform/access/decision.ts'
import { audit } from '../../platform/audit/audit.ts'
import { rateLimit } from '../../platform/http/rate-limit.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { requestMail } from '../../platform/mail/request-mail.ts'
import { sealPath } from '../../platform/mail/sealed-path.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { isOwnerOf } from './organisation.policy.ts'
import { organisationStore } from './organisation.store.ts'

const WEEK_MS = 7 * 24 * 3_600_000
const letters = rateLimit('colleague-letters', { points: 20, perSeconds: 3_600 })

export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** An owner asks somebody, by letter, to act for the organisation too. @throws NOT_FOUND, OWNER_ONLY, TOO_MANY_REQUESTS */
export const inviteColleague = async ({ viewer, input, now, ip }: Call<typeof inviteEndpoint>) => {
  const { organisationId, email, role } = input
  const organisation = await organisationStore.find(organisationId)
  if (!organisation) throw new DomainError('NOT_FOUND')
  allow(isOwnerOf(viewer, organisationId))
  await letters.consume(organisationId)
  const secret = randomBytes(32).toString('base64url')
  await transaction(async (tx) => {
    await organisationStore.putInvitation(
      { _id: hashSecret(secret), organisationId, emailFold: email, role, expiresAt: new Date(now.getTime() + WEEK_MS) },
      tx,
    )
    const params = { inviter: viewer.name, organisation: organisation.name, path: sealPath(`/collegue/${secret}`) }
    requestMail(tx, { to: email, locale: viewer.locale, template: 'organisations.invite-colleague', params })
    await audit(
      {
        actor: { userId: viewer.userId },
        action: 'organisation.invite_colleague',
        object: `organisation:${organisationId}`,
        after: { role },
        ip,
      },
      tx,
    )
  })
  return { done: true as const }
}
