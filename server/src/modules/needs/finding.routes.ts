import * as endpoints from '@mutuo/shared/needs/finding.endpoints.ts'
import { serve } from '../../platform/http/serve-endpoint.ts'
import { findLikelyFirms } from './find-likely-firms.ts'
import { findSimilarNeeds } from './find-similar-needs.ts'
import { inviteFirm } from './invite-firm.ts'
import { presentLikelyFirms } from './likely-firm.view.ts'
import { presentSimilarNeeds } from './similar-need.view.ts'

export const findingRoutes = [
  serve(endpoints.findSimilarNeeds, {
    run: findSimilarNeeds,
    present: (alike, { viewer, now, input }) => presentSimilarNeeds(alike, viewer, now, input.communeCode),
  }),
  serve(endpoints.findLikelyFirms, { run: findLikelyFirms, present: presentLikelyFirms }),
  serve(endpoints.inviteFirm, { run: inviteFirm }),
]
