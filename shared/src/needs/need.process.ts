import { defineProcess } from '../process/process.ts'

/** What firms want done together. Deadlines bind when the request arrives; jobs only tidy up. */
export const needProcess = defineProcess({
  name: 'need',
  initial: 'draft',
  states: ['draft', 'review', 'gathering', 'bidding', 'negotiating', 'voting', 'awarded', 'done', 'expired', 'cancelled'],
  moves: {
    submit: { from: ['draft'], to: 'review', by: ['leader', 'association'] },
    publish: { from: ['draft'], to: 'gathering', by: ['leader', 'association'] },
    approve: { from: ['review'], to: 'gathering', by: ['association'] },
    sendBack: { from: ['review'], to: 'draft', by: ['association'] },
    openBidding: { from: ['gathering'], to: 'bidding', by: ['leader', 'association', 'system'] },
    /** Bids are read by the group, which may ask for other terms; nobody bids any more. Only where the need's rules give days to it. */
    closeBids: { from: ['bidding'], to: 'negotiating', by: ['leader', 'association', 'system'] },
    openVote: { from: ['bidding', 'negotiating'], to: 'voting', by: ['leader', 'association', 'system'] },
    award: { from: ['voting'], to: 'awarded', by: ['system'] },
    finish: { from: ['awarded'], to: 'done', by: ['system'] },
    /** Its mission was cancelled: what was accepted stays paid, the need came to no end. */
    breakOff: { from: ['awarded'], to: 'cancelled', by: ['system'] },
    /** Another need of the group takes it in (see the life cycle `merge`). */
    absorb: { from: ['gathering'], to: 'cancelled', by: ['system'] },
    expire: { from: ['gathering', 'bidding', 'negotiating', 'voting'], to: 'expired', by: ['system'] },
    cancel: { from: ['draft', 'review', 'gathering', 'bidding', 'negotiating', 'voting'], to: 'cancelled', by: ['leader', 'association'] },
  },
})
