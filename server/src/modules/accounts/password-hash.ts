import { hash, verify } from '@node-rs/argon2'
import { gate } from './gate.ts'

/** OWASP's first choice for argon2id, the package's default algorithm: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

// A hash takes 19 MiB and a core for tens of milliseconds: two at once leave the server to everybody else.
const through = gate({ atOnce: 2, waiting: 50 })

/** @throws OVERLOADED */
export const hashPassword = (password: string): Promise<string> => through(() => hash(password.normalize('NFKC'), COST))

/** Takes as long for an unknown account, whose hash is null, as for a known one. @throws OVERLOADED */
export const isPasswordRight = async (password: string, passwordHash: string | null): Promise<boolean> => {
  const isRight = await through(async () => verify(passwordHash ?? (await nobodysHash()), password.normalize('NFKC')))
  return isRight && passwordHash !== null
}

let nobody: Promise<string> | undefined

const nobodysHash = (): Promise<string> => (nobody ??= hash('the password of an account that does not exist', COST))
