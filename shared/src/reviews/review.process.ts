import { defineProcess } from '../process/process.ts'

/** What one side says of the other. Blind until published; then never edited. */
export const reviewProcess = defineProcess({
  name: 'review',
  initial: 'written',
  states: ['written', 'published', 'hidden'],
  moves: {
    revise: { from: ['written'], to: 'written', by: ['author'] },
    publish: { from: ['written'], to: 'published', by: ['system'] },
    reply: { from: ['published'], to: 'published', by: ['reviewed'] },
    report: { from: ['published'], to: 'published', by: ['party'] },
    hide: { from: ['published'], to: 'hidden', by: ['association', 'admin'] },
  },
})

/** The days after a mission in which its parties may write. */
export const reviewWindowProcess = defineProcess({
  name: 'review_window',
  initial: 'open',
  states: ['open', 'closed'],
  moves: { close: { from: ['open'], to: 'closed', by: ['system'] } },
})
