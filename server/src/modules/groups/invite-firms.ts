import { randomBytes } from 'node:crypto'
import type { inviteFirms as inviteEndpoint } from '@mutuo/shared/groups/group.endpoints.ts'
import { inviteeEmail } from '@mutuo/shared/groups/group.schema.ts'
import { v7 as newId } from 'uuid'
import { allow } from '../../platform/access/decision.ts'
import { audit } from '../../platform/audit/audit.ts'
import { rateLimit } from '../../platform/http/rate-limit.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { requestMail } from '../../platform/mail/request-mail.ts'
import { sealPath } from '../../platform/mail/sealed-path.ts'
import { transaction, type Transaction } from '../../platform/mongo/transaction.ts'
import { organisations } from '../organisations/index.ts'
import { findGroup } from './find-group.ts'
import type { GroupRecord } from './group.model.ts'
import { mayAdminister } from './group.policy.ts'
import { invitationStore } from './invitation.store.ts'
import { hashSecret } from './invite-secret.ts'
import { membershipStore } from './membership.store.ts'

type Invite = Call<typeof inviteEndpoint>
type Outcome = 'sent' | 'already_member' | 'already_invited' | 'invalid'

const WEEK_MS = 7 * 24 * 3_600_000
/** Each letter is two documents, and a transaction holds a hundred at most. */
const AT_ONCE = 40
const letters = rateLimit('group-letters', { points: 300, perSeconds: 24 * 3_600 })

/** Writes to firms: a line for each address says what became of it, so that a bad one stops no other. @throws NOT_FOUND, ASSOCIATION_ONLY, TOO_MANY_REQUESTS */
export const inviteFirms = async (call: Invite): Promise<{ lines: { email: string; outcome: Outcome }[] }> => {
  const { viewer, input } = call
  const group = await findGroup(input.groupId)
  allow(mayAdminister(viewer, group))
  const asked = input.emails.map((typed) => ({ typed: typed.trim(), email: inviteeEmail.safeParse(typed).data }))
  const addresses = [...new Set(asked.flatMap(({ email }) => email ?? []))]
  if (addresses.length > 0) await letters.consume(group.associationId, addresses.length)
  const outcomes = new Map<string, Outcome>()
  for (let at = 0; at < addresses.length; at += AT_ONCE) {
    const some = addresses.slice(at, at + AT_ONCE)
    const written = await transaction((tx) => write(call, group, some, tx))
    for (const [email, outcome] of written) outcomes.set(email, outcome)
  }
  return { lines: asked.map(({ typed, email }, at) => ({ email: typed, outcome: outcomeOf(email, at, asked, outcomes) })) }
}

/** An address given twice is written to once. */
const outcomeOf = (
  email: string | undefined,
  at: number,
  asked: { email: string | undefined }[],
  outcomes: Map<string, Outcome>,
): Outcome => {
  if (email === undefined) return 'invalid'
  const isFirst = asked.findIndex((other) => other.email === email) === at
  const outcome = outcomes.get(email) ?? 'invalid'
  return isFirst || outcome !== 'sent' ? outcome : 'already_invited'
}

const write = async (
  { viewer, input, now, ip }: Invite,
  group: GroupRecord,
  emails: string[],
  tx: Transaction,
): Promise<Map<string, Outcome>> => {
  const members = await membersAmong(emails, group._id, tx)
  const open = new Set((await invitationStore.open(group._id, emails, now, tx)).map(({ emailFold }) => emailFold))
  const outcomes = new Map(
    emails.map((email): [string, Outcome] => [email, members.has(email) ? 'already_member' : open.has(email) ? 'already_invited' : 'sent']),
  )
  const made = emails
    .filter((email) => outcomes.get(email) === 'sent')
    .map((email) => ({ email, secret: randomBytes(32).toString('base64url') }))
  const dates = { sentAt: now, expiresAt: new Date(now.getTime() + WEEK_MS) }
  await invitationStore.put(
    made.map(({ email, secret }) => ({
      _id: newId(),
      groupId: group._id,
      email,
      emailFold: email,
      state: 'sent',
      secretHash: hashSecret(secret),
      ...dates,
    })),
    tx,
  )
  const association = (await organisations.marksOf([group.associationId], tx)).get(group.associationId)?.name ?? ''
  const said = { association, group: group.name, commune: group.commune, message: input.message ?? '' }
  for (const { email, secret } of made)
    requestMail(tx, {
      to: email,
      locale: viewer.locale,
      template: 'groups.invitation',
      params: { ...said, path: sealPath(`/invitation/${secret}`) },
    })
  if (made.length > 0)
    await audit(
      { actor: { userId: viewer.userId }, action: 'group.invite', object: `group:${group._id}`, after: { letters: made.length }, ip },
      tx,
    )
  return outcomes
}

/** Addresses of people who act for a firm that is in the group. */
const membersAmong = async (emails: string[], groupId: string, tx: Transaction): Promise<Set<string>> => {
  const inside = await membershipStore.inStates([groupId], ['active', 'suspended'], tx)
  const people = await organisations.peopleOf(
    inside.map(({ organisationId }) => organisationId),
    tx,
  )
  const theirs = new Set([...people.values()].flat().map(({ email }) => email.toLowerCase()))
  return new Set(emails.filter((email) => theirs.has(email)))
}
