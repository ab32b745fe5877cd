import { defineProcess } from '../process/process.ts'

/** An SME's place in a group: one for ever, so that who left or was refused may come back to it. */
export const membershipProcess = defineProcess({
  name: 'membership',
  initial: 'requested',
  states: ['requested', 'invited', 'active', 'suspended', 'left', 'refused'],
  moves: {
    approve: { from: ['requested'], to: 'active', by: ['association'] },
    refuse: { from: ['requested'], to: 'refused', by: ['association'] },
    accept: { from: ['invited', 'requested', 'left', 'refused'], to: 'active', by: ['owner'] },
    request: { from: ['left', 'refused'], to: 'requested', by: ['owner'] },
    suspend: { from: ['active'], to: 'suspended', by: ['association'] },
    restore: { from: ['suspended'], to: 'active', by: ['association'] },
    leave: { from: ['active', 'invited', 'requested'], to: 'left', by: ['owner'] },
  },
})
