import { useQueryClient } from '@tanstack/react-query'
import { getNeed } from '@mutuo/shared/needs/need.endpoints.ts'
import { confirmPledge, getPledge } from '@mutuo/shared/pledges/pledge.endpoints.ts'
import type { PledgeView } from '@mutuo/shared/pledges/pledge.schema.ts'
import { ApiProblem, call } from '../../platform/api.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'

/** Binds the firm. The server may have done it already, when it heard from the payment service first: that is success too. */
export const useConfirmPledge = () => {
  const queries = useQueryClient()
  const act = useAct(confirmPledge)
  const latest = async (pledgeId: string): Promise<PledgeView> => {
    const pledge = await call(getPledge, { pledgeId })
    queries.setQueryData(keyOf(getPledge, { pledgeId }), pledge)
    return pledge
  }
  const confirm = async (pledgeId: string): Promise<PledgeView> => {
    const pledge = await latest(pledgeId)
    if (pledge.state !== 'draft') return pledge
    try {
      const bound = await act.mutateAsync({ pledgeId, version: pledge.version, consents: true })
      queries.setQueryData(keyOf(getPledge, { pledgeId }), bound)
      return bound
    } catch (error) {
      const now = error instanceof ApiProblem && error.code === 'STALE_STATE' ? await latest(pledgeId) : pledge
      if (now.state === 'draft') throw error
      return now
    } finally {
      void queries.invalidateQueries({ queryKey: keyOf(getNeed) })
    }
  }
  return { confirm, isConfirming: act.isPending }
}
