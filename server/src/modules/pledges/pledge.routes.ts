import * as endpoints from '@mutuo/shared/pledges/pledge.endpoints.ts'
import { serve, type Call } from '../../platform/http/serve-endpoint.ts'
import { changePledge } from './change-pledge.ts'
import { confirmPledge } from './confirm-pledge.ts'
import { findPledge } from './find-pledge.ts'
import { makePledge } from './make-pledge.ts'
import type { PledgeRecord } from './pledge.model.ts'
import { presentPledge } from './pledge.view.ts'
import { previewPledge } from './preview-pledge.ts'
import { compareShareKeys } from './share-keys.view.ts'
import { withdrawPledge } from './withdraw-pledge.ts'

const present = (pledge: PledgeRecord, { viewer, now }: Pick<Call<typeof endpoints.getPledge>, 'viewer' | 'now'>) =>
  presentPledge(pledge, viewer, now)

export const pledgeRoutes = [
  serve(endpoints.makePledge, { run: makePledge, present }),
  serve(endpoints.changePledge, { run: changePledge, present }),
  serve(endpoints.confirmPledge, { run: confirmPledge, present }),
  serve(endpoints.withdrawPledge, { run: withdrawPledge, present }),
  serve(endpoints.getPledge, { run: ({ viewer, input }) => findPledge(viewer, input.pledgeId), present }),
  serve(endpoints.previewPledge, { run: previewPledge }),
  serve(endpoints.compareShareKeys, { run: compareShareKeys }),
]
