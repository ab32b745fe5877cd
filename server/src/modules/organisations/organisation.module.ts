import { organisationErrors } from '@mutuo/shared/organisations/organisation.errors.ts'
import type { ServerModule } from '../../platform/server-module.ts'
import { listenForOrganisations } from './organisation.listeners.ts'
import { organisationMails } from './organisation.mails.ts'
import { organisationRoutes } from './organisation.routes.ts'

export const organisationsModule: ServerModule = {
  name: 'organisations',
  errors: organisationErrors,
  routes: organisationRoutes,
  listen: listenForOrganisations,
  mails: organisationMails,
  topics: { organisation: async (viewer, organisationId) => viewer.organisationId === organisationId },
}
