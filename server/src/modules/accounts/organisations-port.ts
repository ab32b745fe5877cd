import type { ActingFor } from '@mutuo/shared/accounts/account.schema.ts'

/** What accounts ask of the module that keeps the organisations, which comes later in the order of modules. */
export type OrganisationsPort = {
  /** The organisations that the person acts for, oldest first. */
  ofUser(userId: string): Promise<ActingFor[]>
}

let port: OrganisationsPort | undefined

export const provideOrganisations = (provided: OrganisationsPort): void => {
  port = provided
}

export const organisationsOf = async (userId: string): Promise<ActingFor[]> => (port ? port.ofUser(userId) : [])

/** The one that the session chose while it is still theirs, or else their first. */
export const activeOf = (organisations: readonly ActingFor[], chosenId: string | null): ActingFor | null =>
  organisations.find(({ id }) => id === chosenId) ?? organisations[0] ?? null
