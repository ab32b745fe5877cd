export type Locale = 'fr' | 'en'
export type OrganisationKind = 'sme' | 'freelancer' | 'association' | 'funder'

/** The signed-in person, and the organisation that this session acts for: read again at every request, so that a change of role holds at once. */
export type Viewer = {
  userId: string
  name: string
  email: string
  locale: Locale
  isAdmin: boolean
  sessionId: string
  organisationId: string | null
  organisationKind: OrganisationKind | null
  role: 'owner' | 'member' | null
}

export type Visitor = Viewer | null
