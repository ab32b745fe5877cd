import type { EntryRecord } from './entry.model.ts'
import { emptyChain } from './entry.store.ts'
import { hashOf } from './post-entry.ts'

/** Whether each mission's entries follow each other without a gap and none was changed (reliability.md, I8). One sentence a break. */
export const brokenLinks = (entries: readonly EntryRecord[]): string[] => {
  const ends = new Map<string, { seq: number; hash: string }>()
  const broken: string[] = []
  for (const entry of entries) {
    const end = ends.get(entry.missionId) ?? { seq: 0, hash: emptyChain }
    if (entry.seq !== end.seq + 1) broken.push(`${entry.missionId}: entry ${entry.seq} follows ${end.seq}`)
    if (entry.prevHash !== end.hash) broken.push(`${entry.missionId}: entry ${entry.seq} does not continue the chain`)
    if (hashOf(entry, entry.prevHash) !== entry.hash) broken.push(`${entry.missionId}: entry ${entry.seq} was changed`)
    ends.set(entry.missionId, { seq: entry.seq, hash: entry.hash })
  }
  return broken
}
