import {
  MongoError,
  MongoNetworkError,
  MongoNotConnectedError,
  MongoServerError,
  MongoServerSelectionError,
  MongoTopologyClosedError,
} from 'mongodb'
import mongoose from 'mongoose'

const KINDS = [
  MongoServerSelectionError,
  MongoNetworkError,
  MongoNotConnectedError,
  MongoTopologyClosedError,
  mongoose.Error.MongooseServerSelectionError,
]
// Codes of a server that is stepping down, shutting down or no primary, that ran out of time, or that could not tell a majority.
const CODES = new Set<unknown>([50, 64, 89, 91, 189, 262, 10107, 11600, 11602, 13435, 13436])

export const isTransient = (error: unknown): error is MongoError =>
  error instanceof MongoError && error.hasErrorLabel('TransientTransactionError')

export const isCommitUnknown = (error: unknown): error is MongoError =>
  error instanceof MongoError && error.hasErrorLabel('UnknownTransactionCommitResult')

/** Whether the error says that the database is away or overloaded, not that the request is wrong: answered 503 with Retry-After. */
export const isDatabaseUnavailable = (error: unknown): boolean => {
  if (KINDS.some((kind) => error instanceof kind) || isTransient(error) || isCommitUnknown(error)) return true
  if (error instanceof MongoServerError) return CODES.has(error.code)
  if (error instanceof MongoError) return error.name === 'MongoWaitQueueTimeoutError'
  return error instanceof mongoose.Error && /before initial connection|not connected/i.test(error.message)
}
