import { defineProcess } from '../process/process.ts'

/** A firm's promise. Free to change or withdraw until the lock; nothing is charged before the award. */
export const pledgeProcess = defineProcess({
  name: 'pledge',
  initial: 'draft',
  states: ['draft', 'ready', 'locked', 'converted', 'withdrawn', 'released'],
  moves: {
    confirm: { from: ['draft'], to: 'ready', by: ['owner', 'system'] },
    change: { from: ['draft', 'ready'], to: 'draft', by: ['owner'] },
    withdraw: { from: ['draft', 'ready'], to: 'withdrawn', by: ['owner'] },
    lock: { from: ['ready'], to: 'locked', by: ['system'] },
    convert: { from: ['locked'], to: 'converted', by: ['system'] },
    release: { from: ['draft', 'ready', 'locked'], to: 'released', by: ['system'] },
  },
})
