import type { ServerModule } from '../../platform/server-module.ts'

/** The books have no routes: what they say is shown by the modules that know the viewer. */
export const ledgerModule: ServerModule = { name: 'ledger' }
