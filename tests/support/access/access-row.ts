import type { App } from '../app.ts'
import type { Client } from '../client/http-client.ts'
import type { Group, Persona } from '../personas.ts'

/**
 * Who knocks. `smeOwner` and `smeMember` are of the group's first firm, which posts the needs; `otherFirm` belongs to another group,
 * `suspendedFirm` and `formerFirm` once belonged to this one and count as outsiders unless a row says otherwise; `freelancer` bids and
 * is assigned; `stranger` is signed in without an organisation; the `association` administers the group.
 */
export const accessPersonas = [
  'visitor',
  'stranger',
  'otherFirm',
  'suspendedFirm',
  'formerFirm',
  'smeMember',
  'smeOwner',
  'freelancer',
  'otherFreelancer',
  'association',
  'otherAssociation',
  'admin',
] as const
export type AccessPersona = (typeof accessPersonas)[number]

/** `allowed`: it works, or is refused for what the thing is and never for who asks (409, 422). */
export type Expected = 'allowed' | 401 | 403 | 404

/** What the rows are tried on: two associations, their groups, and whatever each module prepares. */
export type World = {
  app: App
  group: Group
  otherGroup: Group
  people: Record<AccessPersona, Client> &
    Record<
      | 'smeMember'
      | 'smeOwner'
      | 'otherFirm'
      | 'suspendedFirm'
      | 'formerFirm'
      | 'freelancer'
      | 'otherFreelancer'
      | 'association'
      | 'otherAssociation',
      Persona
    >
  /** Filled into the paths: `needId` for `:needId`. */
  ids: Record<string, string>
}

export type AccessRow = {
  /** `rest` stands for every persona that is not named. */
  who: Partial<Record<AccessPersona, Expected>> & { rest?: Expected }
  /** Body of a POST or PATCH, query of a GET or DELETE; without the parameters of the path. */
  input?: (world: World, who: AccessPersona) => object | Promise<object>
  /** Another browser than the persona's, where the request ends its session. */
  as?: (world: World, who: AccessPersona) => Promise<Client>
  /** Before each request: makes what the request uses up, and puts its id into `ids`. */
  before?: (world: World, who: AccessPersona) => Promise<void>
}

/** Rows by `METHOD /path` of the endpoint, by `SOCKET event`, and by `FOLLOW kind` of topic (of the id in `ids.<kind>Id`). */
export type AccessTable = Record<string, AccessRow>

/** What one module brings: the rows, and what they need to exist. */
export type AccessFile = { prepare?: (world: World) => Promise<void>; rows: AccessTable }

const outsiders: readonly AccessPersona[] = ['suspendedFirm', 'formerFirm']

export const expectedOf = ({ who }: AccessRow, persona: AccessPersona): Expected => {
  const expected = who[persona] ?? (outsiders.includes(persona) ? who.otherFirm : undefined) ?? who.rest
  if (expected === undefined) throw new Error(`nothing is expected of ${persona}`)
  return expected
}
