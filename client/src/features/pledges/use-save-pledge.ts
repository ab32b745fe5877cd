import { useQueryClient } from '@tanstack/react-query'
import { getNeed } from '@mutuo/shared/needs/need.endpoints.ts'
import { changePledge, getPledge, makePledge } from '@mutuo/shared/pledges/pledge.endpoints.ts'
import type { PledgeView } from '@mutuo/shared/pledges/pledge.schema.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { isSamePromise, type Promised } from './pledge-draft.ts'

/** Keeps the promise with the server: a new pledge, or another promise in the place of the first. The same words twice change nothing. */
export const useSavePledge = (needId: string, pledge: PledgeView | undefined) => {
  const queries = useQueryClient()
  const make = useAct(makePledge)
  const change = useAct(changePledge)
  const save = async (id: string, promised: Promised): Promise<PledgeView> => {
    if (pledge && isSamePromise(promised, pledge)) return pledge
    const saved = pledge
      ? await change.mutateAsync({ pledgeId: pledge.id, version: pledge.version, ...promised })
      : await make.mutateAsync({ id, needId, ...promised })
    queries.setQueryData(keyOf(getPledge, { pledgeId: saved.id }), saved)
    await queries.invalidateQueries({ queryKey: keyOf(getNeed) })
    return saved
  }
  return { save, isSaving: make.isPending || change.isPending }
}
