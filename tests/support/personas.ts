import { grantAdmin } from '@mutuo/server/modules/accounts/grant-admin.ts'
import { membershipEvent } from '@mutuo/server/modules/groups/group.events.ts'
import { groups } from '@mutuo/server/modules/groups/index.ts'
import { MembershipModel } from '@mutuo/server/modules/groups/membership.model.ts'
import { now } from '@mutuo/server/platform/clock.ts'
import { transaction } from '@mutuo/server/platform/mongo/transaction.ts'
import type { CreateOrganisationInput } from '@mutuo/shared/organisations/organisation.schema.ts'
import { v7 as newId } from 'uuid'
import type { App } from './app.ts'
import { aGroupInput, type GroupInput } from './builders/group.ts'
import { anOrganisationInput } from './builders/organisation.ts'
import { arriveAll, type Newcomer, PASSWORD, type Person } from './arrive.ts'
import type { Answer } from './client/http-client.ts'

export type { Person } from './arrive.ts'
/** One who acts for an organisation. */
export type Persona = Person & { organisationId: string; organisationName: string }
export type Group = { id: string; association: Persona; owners: Persona[] }

type Said = Partial<CreateOrganisationInput> & { person?: string }

export { PASSWORD } from './arrive.ts'

let people = 0
const newcomer = (name: string): Newcomer => ({ name, email: `personne-${(people += 1)}-${newId().slice(-8)}@exemple.test` })

/** The secret of the last letter of a kind to an address: after `path` and before anything that follows. */
export const secretFrom = async (app: App, to: string, template: string): Promise<string> => {
  const letter = (await app.mails()).findLast((mail) => mail.to === to && mail.template === template)
  const secret = /(?:token=|\/)([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/.exec(letter?.text ?? '')?.[1]
  if (!secret) throw new Error(`no secret in a letter "${template}" to ${to}`)
  return secret
}

/** Fails with what the server said when an answer is not as hoped. */
export const ok = <A extends Answer<unknown>>(answer: A): A => {
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`)
  return answer
}

/** All the way from the form: sign-up, the link in the letter, sign-in. */
export const aPersonWhoSignsUp = async (app: App, name = 'Camille Girard'): Promise<Person> => {
  const client = app.client()
  const userId = newId()
  const credentials = { email: newcomer(name).email, password: PASSWORD }
  ok(await client.post('/accounts', { id: userId, name, ...credentials, locale: 'fr' }))
  await app.drain()
  const token = await secretFrom(app, credentials.email, 'accounts.confirm-email')
  ok(await client.post('/accounts/confirmation', { token }))
  ok(await client.post('/session', credentials))
  return Object.assign(client, { userId, name, ...credentials })
}

/** Signed in, without any organisation. */
export const aPerson = async (app: App, name = 'Camille Girard'): Promise<Person> => {
  const [person] = await arriveAll(app, [newcomer(name)])
  return person!
}

/** By the form of an organisation. */
export const found = async (person: Person, kind: CreateOrganisationInput['kind'], { person: _, ...said }: Said = {}): Promise<Persona> => {
  const input = anOrganisationInput(kind, said)
  ok(await person.post('/organisations', input))
  return actingFor(person, input)
}

const actingFor = (person: Person, { id, name }: CreateOrganisationInput): Persona =>
  Object.assign(person, { organisationId: id, organisationName: name })

/** Owners of organisations of a kind, at once. */
export const founders = async (
  app: App,
  kind: CreateOrganisationInput['kind'],
  saids: (Said & { person: string })[],
): Promise<Persona[]> => {
  const organisations = saids.map(({ person: _, ...said }) => anOrganisationInput(kind, said))
  const persons = await arriveAll(
    app,
    saids.map(({ person }, at) => ({ ...newcomer(person), organisation: organisations[at]! })),
  )
  return persons.map((person, at) => actingFor(person, organisations[at]!))
}

const aFounder =
  (kind: CreateOrganisationInput['kind'], name: string) =>
  async (app: App, said: Said = {}): Promise<Persona> => {
    const [founder] = await founders(app, kind, [{ person: name, ...said }])
    return founder!
  }

export const anAssociation = aFounder('association', 'Michel Fabre')
export const anSmeOwner = aFounder('sme', 'Claire Perrin')
export const aFreelancer = aFounder('freelancer', 'Inès Morel')

/** A colleague of the owner, invited by letter. */
export const anSmeMember = async (app: App, owner: Persona, name = 'Lucas Perrin'): Promise<Persona> => {
  const person = await aPerson(app, name)
  ok(await owner.post(`/organisations/${owner.organisationId}/colleagues`, { email: person.email, role: 'member' }))
  await app.drain()
  const token = await secretFrom(app, person.email, 'organisations.invite-colleague')
  ok(await person.post('/colleague-invitations/acceptance', { token }))
  return Object.assign(person, { organisationId: owner.organisationId, organisationName: owner.organisationName })
}

/** An administrator of the platform. */
export const anAdmin = async (app: App): Promise<Person> => {
  const person = await aPerson(app, 'Alex Admin')
  await grantAdmin(person.email)
  return person
}

/** `count` owners of firms at once. */
export const smeOwners = (app: App, count: number): Promise<Persona[]> =>
  founders(
    app,
    'sme',
    numbered(count, (at) => ({ person: `Responsable ${at}`, name: `Entreprise ${at}` })),
  )

/** `count` freelancers at once. */
export const freelancers = (app: App, count: number): Promise<Persona[]> =>
  founders(
    app,
    'freelancer',
    numbered(count, (at) => ({ person: `Indépendant ${at}`, name: `Indépendant ${at}` })),
  )

const numbered = <N>(count: number, name: (at: number) => N): N[] => Array.from({ length: count }, (_, at) => name(at + 1))

/** An association's group whose `count` firms have signed its charter. */
export const aGroupWithMembers = async (app: App, count: number, said: Partial<GroupInput> = {}): Promise<Group> => {
  const [association, owners] = await Promise.all([anAssociation(app), smeOwners(app, count)])
  const group = await aGroupOf(association, said)
  await enrol(group.id, owners)
  await app.drain()
  return { id: group.id, association, owners }
}

export const aGroupOf = async (association: Persona, said: Partial<GroupInput> = {}): Promise<{ id: string }> => {
  const input = aGroupInput(said)
  ok(await association.post('/groups', input))
  return { id: input.id }
}

/**
 * The firms have signed the charter and are members: their places, written in one transaction, of which only the last is told. What an invitation does is
 * for the tests of groups.
 */
export const enrol = async (groupId: string, owners: Persona[]): Promise<void> => {
  const group = await groups.get(groupId)
  const since = now()
  const places = owners.map(({ organisationId, userId }) => ({
    _id: newId(),
    version: 1,
    groupId,
    organisationId,
    state: 'active' as const,
    since,
    note: null,
    reason: null,
    signatures: [{ version: group.charterVersion, at: since, userId }],
  }))
  await transaction(async (tx) => {
    await MembershipModel.insertMany(places, { session: tx.session })
    for (const place of places.slice(-1)) tx.emit(membershipEvent('activated', group, place))
  })
}

/** The firms join by the link that the association hands out. */
export const joinByLink = async (association: Persona, groupId: string, owners: Persona[]): Promise<void> => {
  const { url } = ok(await association.post(`/groups/${groupId}/invite-link`)).body as { url: string }
  const token = url.slice(url.lastIndexOf('/') + 1)
  await Promise.all(owners.map(async (owner) => ok(await owner.post(`/invitations/${token}/acceptance`, { signsCharter: true }))))
}

const placeOf = async ({ id, association }: Pick<Group, 'id' | 'association'>, { organisationId }: Persona): Promise<string> => {
  const { members } = ok(await association.get(`/groups/${id}`)).body as { members: { membershipId: string; firm: { id: string } }[] }
  return `/groups/${id}/memberships/${members.find(({ firm }) => firm.id === organisationId)!.membershipId}`
}

/** By the association, for a reason; `restoreToGroup` takes it back. */
export const suspendFromGroup = async (group: Pick<Group, 'id' | 'association'>, firm: Persona): Promise<void> => {
  ok(await group.association.post(`${await placeOf(group, firm)}/suspension`, { reason: 'Charte non tenue' }))
}

export const restoreToGroup = async (group: Pick<Group, 'id' | 'association'>, firm: Persona): Promise<void> => {
  ok(await group.association.post(`${await placeOf(group, firm)}/restoration`))
}
