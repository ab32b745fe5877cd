import * as endpoints from '@mutuo/shared/needs/need.endpoints.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { serve } from '../../platform/http/serve-endpoint.ts'
import { approveNeed } from './approve-need.ts'
import { cancelNeed } from './cancel-need.ts'
import { closeBids } from './close-bids.ts'
import { createNeed } from './create-need.ts'
import { discoverNeeds } from './discover-needs.ts'
import { extendNeed } from './extend-need.ts'
import { presentNeeds } from './need-card.view.ts'
import type { NeedRecord } from './need.model.ts'
import { getVisibleNeed, presentNeed } from './need.view.ts'
import { openBidding } from './open-bidding.ts'
import { openVote } from './open-vote.ts'
import { publishNeed } from './publish-need.ts'
import { sendBackNeed } from './send-back-need.ts'
import { updateNeed } from './update-need.ts'

const present = (need: NeedRecord, { viewer, now }: Pick<Call<typeof endpoints.getNeed>, 'viewer' | 'now'>) =>
  presentNeed(need, viewer, now)

export const needRoutes = [
  serve(endpoints.createNeed, { run: createNeed, present }),
  serve(endpoints.updateNeed, { run: updateNeed, present }),
  serve(endpoints.publishNeed, { run: publishNeed, present }),
  serve(endpoints.approveNeed, { run: approveNeed, present }),
  serve(endpoints.sendBackNeed, { run: sendBackNeed, present }),
  serve(endpoints.openBidding, { run: openBidding, present }),
  serve(endpoints.closeBids, { run: closeBids, present }),
  serve(endpoints.openVote, { run: openVote, present }),
  serve(endpoints.extendNeed, { run: extendNeed, present }),
  serve(endpoints.cancelNeed, { run: cancelNeed, present }),
  serve(endpoints.listNeeds, { run: discoverNeeds, present: (found, { viewer }) => presentNeeds(found, viewer) }),
  serve(endpoints.getNeed, { run: ({ viewer, input }) => getVisibleNeed(viewer, input.needId), present }),
]
