import { groupRecordFrom } from './group-record-from.ts'

/** What later modules may ask of reviews. */
export const reviews = {
  /** From histories that were read for more than this. */
  recordOf: groupRecordFrom,
}
