import { useCallback } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { getPaymentMethod, refreshPaymentMethod } from '@mutuo/shared/billing/billing.endpoints.ts'
import { call } from '../../platform/api.ts'
import { keyOf } from '../../platform/use-endpoint.ts'
import { useHostedReturn } from '../../platform/use-hosted-return.ts'
import { useConfirmPledge } from './use-confirm-pledge.ts'

/** Back from the page where the card was saved: what the payment service says now, then the promise, to which the firm said yes on its way there. */
export const useCardReturn = (pledgeId: string | undefined) => {
  const queries = useQueryClient()
  const { confirm } = useConfirmPledge()
  return useHostedReturn(
    useCallback(
      async (checkoutSessionId: string) => {
        const answer = await call(refreshPaymentMethod, { checkoutSessionId })
        queries.setQueryData(keyOf(getPaymentMethod, {}), answer)
        if (answer.card && pledgeId) await confirm(pledgeId)
      },
      [queries, confirm, pledgeId],
    ),
  )
}
