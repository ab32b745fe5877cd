/** Says whether a firm is bound in a group by something that is not over: asked of the modules that come later. */
export type CommitmentCheck = (firmId: string, groupId: string) => Promise<boolean>

const checks = new Map<string, CommitmentCheck>()

export const provideCommitments = (module: string, check: CommitmentCheck): void => void checks.set(module, check)

export const isCommitted = async (firmId: string, groupId: string): Promise<boolean> =>
  (await Promise.all([...checks.values()].map((check) => check(firmId, groupId)))).some(Boolean)
