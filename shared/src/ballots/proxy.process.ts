import { defineProcess, type StateOf } from '../process/process.ts'

/** A firm's voice in another's hands, for one ballot. Its giver takes it back until it has been used; a second round gives it back unused. */
export const proxyProcess = defineProcess({
  name: 'proxy',
  initial: 'given',
  states: ['given', 'used', 'revoked', 'lapsed'],
  moves: {
    use: { from: ['given', 'used'], to: 'used', by: ['holder'] },
    revoke: { from: ['given'], to: 'revoked', by: ['giver'] },
    renew: { from: ['used'], to: 'given', by: ['system'] },
    lapse: { from: ['given', 'used'], to: 'lapsed', by: ['system'] },
  },
})

/** In somebody's hands. */
export const liveProxy: readonly StateOf<typeof proxyProcess>[] = ['given', 'used']
