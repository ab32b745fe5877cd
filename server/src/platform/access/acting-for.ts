import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { Viewer } from './viewer.ts'

/** The organisation that the viewer acts for. @throws NO_ORGANISATION */
export const organisationOf = (viewer: Viewer): string => {
  if (viewer.organisationId === null) throw new DomainError('NO_ORGANISATION')
  return viewer.organisationId
}
