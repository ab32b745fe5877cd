import { useParams } from 'react-router'
import { getMissionMoney } from '@mutuo/shared/billing/billing.endpoints.ts'
import { getMission } from '@mutuo/shared/missions/mission.endpoints.ts'
import { keyOf, useAnswer } from '../../platform/use-endpoint.ts'
import { useLive } from '../../platform/use-live.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { LoadingPage } from '../../ui/loading.tsx'
import { OneMission } from './one-mission.tsx'

export const MissionPage = () => {
  const { missionId = '' } = useParams()
  const query = useAnswer(getMission, { missionId })
  useLive(`mission:${missionId}`, [keyOf(getMission, { missionId }), keyOf(getMissionMoney, { missionId })])
  return (
    <Loaded query={query} loading={<LoadingPage />}>
      {(mission) => <OneMission mission={mission} />}
    </Loaded>
  )
}
