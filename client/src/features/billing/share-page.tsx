import { useCallback } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { getSharePayment, refreshShare } from '@mutuo/shared/billing/billing.endpoints.ts'
import type { SharePayment } from '@mutuo/shared/billing/billing.schema.ts'
import { call } from '../../platform/api.ts'
import { useSession } from '../../platform/session.tsx'
import { keyOf, useAnswer } from '../../platform/use-endpoint.ts'
import { useHostedReturn } from '../../platform/use-hosted-return.ts'
import { useLive } from '../../platform/use-live.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { LoadingPage } from '../../ui/loading.tsx'
import { FailedShare } from './failed-share.tsx'
import { SettledShare } from './settled-share.tsx'
import { WaitingShare } from './waiting-share.tsx'

const waiting: readonly SharePayment['state'][] = ['planned', 'charging', 'processing', 'unknown']
const failed: readonly SharePayment['state'][] = ['requires_action', 'dunning', 'failed']

/** One firm's share of a mission, to pay or paid; back from the bank, it asks what is so. */
export const SharePage = () => {
  const { shareId = '' } = useParams()
  const queries = useQueryClient()
  const { active } = useSession()
  const query = useAnswer(getSharePayment, { shareId })
  const missionId = query.data?.missionId
  useLive(missionId ? `mission:${missionId}` : undefined, [keyOf(getSharePayment, { shareId })])
  // Who takes a share over does not follow the mission before its payment is in.
  useLive(active ? `organisation:${active.id}` : undefined, [keyOf(getSharePayment, { shareId })])
  const refresh = useCallback(async () => {
    queries.setQueryData(keyOf(getSharePayment, { shareId }), await call(refreshShare, { shareId }))
  }, [queries, shareId])
  const back = useHostedReturn(refresh)
  return (
    <Loaded query={query} loading={<LoadingPage />}>
      {(share) => {
        if (back.isAsking || waiting.includes(share.state))
          return <WaitingShare share={share} isAsking={back.isAsking} onRefresh={refresh} />
        if (failed.includes(share.state)) return <FailedShare share={share} returnError={back.error} />
        return <SettledShare share={share} />
      }}
    </Loaded>
  )
}
