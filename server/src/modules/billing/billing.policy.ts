import { no, yes } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'

/** Only a firm's owner commits its money. */
export const mayPay = (viewer: Viewer) => {
  if (viewer.organisationId === null) return no('NO_ORGANISATION')
  if (viewer.organisationKind !== 'sme') return no('WRONG_KIND_OF_ORGANISATION')
  return viewer.role === 'owner' ? yes : no('OWNER_ONLY')
}

export const mayReceive = (viewer: Viewer) => {
  if (viewer.organisationKind !== 'freelancer') return no('FREELANCER_ONLY')
  return viewer.role === 'owner' ? yes : no('OWNER_ONLY')
}

export const isFreelancer = (viewer: Viewer) => (viewer.organisationKind === 'freelancer' ? yes : no('FREELANCER_ONLY'))
export const hasOrganisation = (viewer: Viewer) => (viewer.organisationId === null ? no('NO_ORGANISATION') : yes)
