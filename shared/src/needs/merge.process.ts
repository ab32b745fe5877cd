import { defineProcess } from '../process/process.ts'

/**
 * Two needs of a group become one. One leader proposes, the other agrees, then each firm of the absorbed need says whether its pledge goes along;
 * when all have, or the date is there, it is done at once. Until then both needs stay as they are.
 */
export const mergeProcess = defineProcess({
  name: 'merge',
  initial: 'proposed',
  states: ['proposed', 'agreed', 'merged', 'declined', 'withdrawn', 'lapsed'],
  moves: {
    agree: { from: ['proposed'], to: 'agreed', by: ['other'] },
    decline: { from: ['proposed'], to: 'declined', by: ['other'] },
    withdraw: { from: ['proposed', 'agreed'], to: 'withdrawn', by: ['proposer'] },
    /** Of the firms: their answers, until the merge is done. */
    answer: { from: ['agreed'], to: 'agreed', by: ['firm'] },
    complete: { from: ['agreed'], to: 'merged', by: ['system'] },
    /** A need left the gathering, a bid came, or nobody answered in time. */
    lapse: { from: ['proposed', 'agreed'], to: 'lapsed', by: ['system'] },
  },
})
