import * as endpoints from '@mutuo/shared/needs/merge.endpoints.ts'
import { serve, type Call } from '../../platform/http/serve-endpoint.ts'
import { answerMerge } from './answer-merge.ts'
import type { MergeRecord } from './merge.model.ts'
import { listMergeChoices, presentMerge, presentNeedMerge } from './merge.view.ts'
import { proposeMerge } from './propose-merge.ts'
import { agreeToMerge, declineMerge } from './reply-to-merge.ts'
import { withdrawMerge } from './withdraw-merge.ts'

const present = (merge: MergeRecord, { viewer }: Pick<Call<typeof endpoints.agreeToMerge>, 'viewer'>) => presentMerge(merge, viewer)

export const mergeRoutes = [
  serve(endpoints.proposeMerge, { run: proposeMerge, present }),
  serve(endpoints.agreeToMerge, { run: agreeToMerge, present }),
  serve(endpoints.declineMerge, { run: declineMerge, present }),
  serve(endpoints.withdrawMerge, { run: withdrawMerge, present }),
  serve(endpoints.answerMerge, { run: answerMerge, present }),
  serve(endpoints.getNeedMerge, { run: presentNeedMerge }),
  serve(endpoints.listMergeChoices, { run: listMergeChoices }),
]
