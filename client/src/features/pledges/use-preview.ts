import { useDebouncedValue } from '@mantine/hooks'
import { previewPledge } from '@mutuo/shared/pledges/pledge.endpoints.ts'
import { keyOf, useAnswer } from '../../platform/use-endpoint.ts'
import { useLive } from '../../platform/use-live.ts'
import type { Promised } from './pledge-draft.ts'

const aPause = 350
const nothing: Promised = { capMinor: 0, coverMinor: 0, units: 1, conditions: {} }

/** What the promise would do among the others, asked a moment after the last change, and again when a neighbour moves. */
export const usePreview = (needId: string, promised: Promised | null) => {
  const [settled] = useDebouncedValue(promised, aPause)
  useLive(`need:${needId}`, [keyOf(previewPledge)])
  return useAnswer(previewPledge, { needId, ...(settled ?? nothing) }, { enabled: settled !== null, keepPrevious: true })
}

export type PreviewQuery = ReturnType<typeof usePreview>
