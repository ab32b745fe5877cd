import { defineProcess } from '../process/process.ts'

/** A question about a need. Its answer is part of the need; said anew, it keeps what was said before. */
export const questionProcess = defineProcess({
  name: 'question',
  initial: 'waiting',
  states: ['waiting', 'answered'],
  moves: {
    answer: { from: ['waiting'], to: 'answered', by: ['leader', 'association'] },
    rephrase: { from: ['answered'], to: 'answered', by: ['leader', 'association'] },
  },
})
