import * as endpoints from '@mutuo/shared/organisations/organisation.endpoints.ts'
import { serve } from '../../platform/http/serve-endpoint.ts'
import { createOrganisation } from './create-organisation.ts'
import { findCommunes } from './find-communes.ts'
import { inviteColleague } from './invite-colleague.ts'
import { joinOrganisation } from './join-organisation.ts'
import { lookUpSiret } from './look-up-siret.ts'
import { getOrganisation, presentOrganisation } from './organisation.view.ts'
import { removeColleague } from './remove-colleague.ts'
import { updateOrganisation } from './update-organisation.ts'

export const organisationRoutes = [
  serve(endpoints.lookUpSiret, { run: lookUpSiret }),
  serve(endpoints.findCommunes, { run: findCommunes }),
  serve(endpoints.createOrganisation, { run: createOrganisation }),
  serve(endpoints.getOrganisation, {
    run: getOrganisation,
    present: (organisation, { viewer }) => presentOrganisation(organisation, viewer),
  }),
  serve(endpoints.updateOrganisation, {
    run: updateOrganisation,
    present: (organisation, { viewer }) => presentOrganisation(organisation, viewer),
  }),
  serve(endpoints.inviteColleague, { run: inviteColleague }),
  serve(endpoints.joinOrganisation, { run: joinOrganisation }),
  serve(endpoints.removeColleague, { run: removeColleague }),
]
