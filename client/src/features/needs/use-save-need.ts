import { useQueryClient } from '@tanstack/react-query'
import { createNeed, getNeed, listNeeds, publishNeed, updateNeed } from '@mutuo/shared/needs/need.endpoints.ts'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { contentOf, type NeedDraft } from './need-draft.ts'
import type { Place } from './use-place.ts'

type Complete = NeedDraft & { groupId: string; commune: Place }

/** Saves what was typed, as a new need or over a draft; then publishes where asked. The same id twice is the same need. */
export const useSaveNeed = (need: NeedView | undefined) => {
  const queries = useQueryClient()
  const create = useAct(createNeed)
  const update = useAct(updateNeed)
  const publish = useAct(publishNeed)
  const save = async (draft: Complete) => {
    const content = contentOf(draft)
    return need
      ? update.mutateAsync({ ...content, needId: need.id, version: need.version })
      : create.mutateAsync({ ...content, id: draft.id, groupId: draft.groupId })
  }
  const refresh = () => Promise.all([getNeed, listNeeds].map((endpoint) => queries.invalidateQueries({ queryKey: keyOf(endpoint) })))
  return {
    save,
    publish: (needId: string) => publish.mutateAsync({ needId }),
    refresh,
    isSaving: create.isPending || update.isPending || publish.isPending,
  }
}
