import { getSharePayment, payShare, retryShare } from '@mutuo/shared/billing/billing.endpoints.ts'
import { paths } from '../../platform/paths.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { toastDone, toastProblem } from '../../ui/toast.ts'

/** The ways to settle a share: a hosted page, where only the bank’s confirmation is missing its own page or another card, or the saved card once more. */
export const usePayShare = (shareId: string) => {
  const pay = useAct(payShare, { onDone: ({ url }) => window.location.assign(url) })
  const retry = useAct(retryShare, { invalidates: [keyOf(getSharePayment, { shareId })] })
  return {
    byCard: () => pay.mutate({ shareId, returnTo: paths.share(shareId) }, { onError: toastProblem }),
    byAnotherCard: () => pay.mutate({ shareId, returnTo: paths.share(shareId), withAnotherCard: true }, { onError: toastProblem }),
    again: (done: string) => retry.mutate({ shareId }, { onError: toastProblem, onSuccess: () => toastDone(done) }),
    isPaying: pay.isPending || pay.isSuccess,
    isRetrying: retry.isPending,
  }
}

export type PayShare = ReturnType<typeof usePayShare>
