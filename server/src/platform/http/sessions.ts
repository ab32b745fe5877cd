import { systemClock } from '../clock.ts'
import { disconnectSession } from '../realtime/end-access.ts'
import { SessionModel } from './session.model.ts'

/** The sessions of a person, on all devices. */
export const sessions = {
  async listOf(userId: string): Promise<{ id: string; userAgent: string; lastSeenAt: Date }[]> {
    const records = await SessionModel.find({ 'session.passport.user': userId, expires: { $gt: systemClock() } })
      .sort({ expires: -1 })
      .limit(50)
      .lean()
    return records.map(({ _id, session, lastModified }) => ({
      id: _id,
      userAgent: session.userAgent,
      lastSeenAt: lastModified ?? new Date(session.startedAt),
    }))
  },

  /** Ends them and their sockets at once, but the one that asks. */
  async endAllOf(userId: string, exceptSessionId?: string): Promise<void> {
    const ended = (await sessions.listOf(userId)).map(({ id }) => id).filter((id) => id !== exceptSessionId)
    await SessionModel.deleteMany({ _id: { $in: ended } })
    for (const id of ended) disconnectSession(id)
  },
}
