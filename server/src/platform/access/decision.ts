import { DomainError } from '@mutuo/shared/errors/domain-error.ts'

type Params = Record<string, string | number>

/** A policy's answer: yes, or no with the code of the reason. */
export type Decision<Code extends string = string> = { allowed: true } | { allowed: false; reason: Code; params?: Params }

export const yes = { allowed: true } as const

export const no = <const Code extends string>(reason: Code, params?: Params): Decision<Code> => ({
  allowed: false,
  reason,
  ...(params && { params }),
})

/** @throws the reason, as a DomainError */
export const allow = (decision: Decision): void => {
  if (!decision.allowed) throw new DomainError(decision.reason, decision.params)
}
