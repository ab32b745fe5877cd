import type { DomainError } from '@mutuo/shared/errors/domain-error.ts'

/** What a rule refused, or null where it did not. */
export const refusalOf = (run: () => unknown): DomainError | null => {
  try {
    run()
  } catch (error) {
    return error as DomainError
  }
  return null
}

/** Its code. */
export const codeOf = (run: () => unknown): string | null => refusalOf(run)?.code ?? null
