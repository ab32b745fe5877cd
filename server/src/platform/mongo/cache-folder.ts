import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where downloaded database servers are kept between runs: `MUTUO_CACHE_DIR`, or ~/.cache/mutuo. */
export const cacheFolder = (environment: NodeJS.ProcessEnv): string => environment.MUTUO_CACHE_DIR || join(homedir(), '.cache', 'mutuo')
