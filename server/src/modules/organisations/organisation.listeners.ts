import { onEvent } from '../../platform/events/on-event.ts'
import { publishChange } from '../../platform/realtime/publish-change.ts'
import { accounts } from '../accounts/index.ts'
import { organisations } from './index.ts'
import { verifySiret } from './verify-siret.ts'

type About = { organisationId: string }

export const listenForOrganisations = () => {
  accounts.provideOrganisations({ ofUser: organisations.ofUser })
  onEvent<About>('organisation.created', 'organisations.verify-siret', ({ organisationId }) => verifySiret(organisationId))
  onEvent<About>('organisation.changed', 'organisations.tell-screens', async ({ organisationId }) => {
    publishChange(`organisation:${organisationId}`, { entity: 'organisation', id: organisationId })
  })
}
