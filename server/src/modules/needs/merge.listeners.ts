import { onEvent } from '../../platform/events/on-event.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { publishChange } from '../../platform/realtime/publish-change.ts'
import type { MergeEventData } from './merge.events.ts'
import { mergeStore } from './merge.store.ts'
import { lapseMerge } from './settle-merge.ts'

const changes = ['merge.proposed', 'merge.agreed', 'merge.answered', 'merge.declined', 'merge.withdrawn', 'merge.lapsed', 'merge.done']
/** After each of these a need no longer gathers, or has a price: nothing can be merged with it. */
const endings = ['need.bidding_opened', 'need.cancelled', 'need.expired', 'bid.submitted']

export const listenForMerges = () => {
  for (const name of changes) {
    onEvent<MergeEventData>(name, 'needs.tell-screens-of-merge', async ({ mergeId, keptId, absorbedId }) => {
      for (const needId of [keptId, absorbedId]) publishChange(`need:${needId}`, { entity: 'merge', id: mergeId })
    })
  }
  for (const name of endings) onEvent<{ needId: string }>(name, 'needs.lapse-merges', ({ needId }) => lapseMergesOf(needId))
}

const lapseMergesOf = (needId: string): Promise<void> =>
  transaction(async (tx) => {
    for (const merge of await mergeStore.openOf([needId], tx)) await lapseMerge(merge, tx)
  })
