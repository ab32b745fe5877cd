import { useCallback } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { getNeed } from '@mutuo/shared/needs/need.endpoints.ts'
import { confirmPledge, getPledge } from '@mutuo/shared/pledges/pledge.endpoints.ts'
import type { PledgeView } from '@mutuo/shared/pledges/pledge.schema.ts'
import { ApiProblem, call } from '../../platform/api.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'

/** Binds the firm. The server may have done it already, when it heard from the payment service first: that is success too. */
export const useConfirmPledge = () => {
  const queries = useQueryClient()
  const { mutateAsync, isPending } = useAct(confirmPledge)
  const confirm = useCallback(
    async (pledgeId: string): Promise<PledgeView> => {
      const latest = async () => call(getPledge, { pledgeId })
      const bind = async () => {
        const pledge = await latest()
        if (pledge.state !== 'draft') return pledge
        try {
          return await mutateAsync({ pledgeId, version: pledge.version, consents: true })
        } catch (error) {
          const now = error instanceof ApiProblem && error.code === 'STALE_STATE' ? await latest() : pledge
          if (now.state === 'draft') throw error
          return now
        }
      }
      const bound = await bind()
      queries.setQueryData(keyOf(getPledge, { pledgeId }), bound)
      void queries.invalidateQueries({ queryKey: keyOf(getNeed) })
      return bound
    },
    [queries, mutateAsync],
  )
  return { confirm, isConfirming: isPending }
}
