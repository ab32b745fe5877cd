import type { Proof } from './organisation.schema.ts'

/** The kinds of proof that hold on a day (`YYYY-MM-DD`), declared or verified: what their holder answers for when it works from that day on. */
export const proofsHeldOn = (proofs: readonly Proof[], day: string): Proof['kind'][] => [
  ...new Set(proofs.filter(({ until }) => until === undefined || until >= day).map(({ kind }) => kind)),
]
