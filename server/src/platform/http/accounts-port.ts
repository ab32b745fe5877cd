import type { Viewer } from '../access/viewer.ts'

/** What the platform asks of whoever keeps the accounts. */
export type AccountsPort = {
  /** @throws the refusal, as a DomainError */
  verifyCredentials(credentials: { email: string; password: string; ip: string }): Promise<{ userId: string }>
  /** Null ends the session. */
  loadViewer(session: { userId: string; organisationId: string | null }): Promise<Omit<Viewer, 'sessionId'> | null>
}
