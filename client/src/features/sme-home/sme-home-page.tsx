import { useTranslation } from 'react-i18next'
import { listRooms } from '@mutuo/shared/chat/chat.endpoints.ts'
import { listMyGroups } from '@mutuo/shared/groups/group.endpoints.ts'
import type { GroupCard } from '@mutuo/shared/groups/group.schema.ts'
import { listShareOffers } from '@mutuo/shared/missions/drop-out.endpoints.ts'
import { listMissions } from '@mutuo/shared/missions/mission.endpoints.ts'
import type { MissionCard } from '@mutuo/shared/missions/mission.schema.ts'
import { listNeeds } from '@mutuo/shared/needs/need.endpoints.ts'
import type { NeedCard } from '@mutuo/shared/needs/need.schema.ts'
import { day } from '../../platform/format.ts'
import { AwaitedReviews } from '../../platform/reviews/awaited-reviews.tsx'
import { useSession } from '../../platform/session.tsx'
import { spelled } from '../../platform/spelled.ts'
import { keyOf, useAnswer } from '../../platform/use-endpoint.ts'
import { useLive } from '../../platform/use-live.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { LoadingPage } from '../../ui/loading.tsx'
import { Page } from '../../ui/page.tsx'
import { TwoColumns } from '../../ui/two-columns.tsx'
import { useNow } from '../../ui/when.tsx'
import { GroupNeedsCard } from './group-needs-card.tsx'
import { GroupsCard } from './groups-card.tsx'
import { MissionsCard } from './missions-card.tsx'
import { NeedsCard } from './needs-card.tsx'
import { RoomsCard } from './rooms-card.tsx'
import { TasksCard } from './tasks-card.tsx'
import { useTasks } from './use-tasks.ts'

const shown = 20
const own = { state: 'mine', sort: 'newest', limit: shown } as const

/** The firm's morning: what waits for it, its needs and missions, its group, what was said. */
export const SmeHomePage = () => {
  const { user, active } = useSession()
  const missions = useAnswer(listMissions, { limit: shown })
  const needs = useAnswer(listNeeds, own)
  const groups = useAnswer(listMyGroups, {})
  const keys = [keyOf(listMissions), keyOf(listNeeds), keyOf(listMyGroups), keyOf(listRooms), keyOf(listShareOffers)]
  useLive(user ? `user:${user.id}` : undefined, keys)
  useLive(active ? `organisation:${active.id}` : undefined, keys)
  const failed = [missions, needs, groups].find(({ data, error }) => data === undefined && error)
  if (failed) return <Failed error={failed.error} onRetry={() => void failed.refetch()} />
  if (!missions.data || !needs.data || !groups.data) return <LoadingPage />
  return <Morning missions={missions.data.items} needs={needs.data.items} groups={groups.data.items} />
}

const Failed = ({ error, onRetry }: { error: unknown; onRetry: () => void }) => {
  const { t } = useTranslation('sme-home')
  return (
    <Page title={t('title.none')}>
      <ErrorState error={error} onRetry={onRetry} />
    </Page>
  )
}

type Answers = { missions: readonly MissionCard[]; needs: readonly NeedCard[]; groups: readonly GroupCard[] }

const Morning = ({ missions, needs, groups }: Answers) => {
  const { t } = useTranslation('sme-home')
  const { active } = useSession()
  const tasks = useTasks({ missions, needs, groups })
  const today = day(useNow(), { weekday: true, year: true })
  const count = tasks.length
  const ownGroup = groups.find(({ myMembership }) => myMembership?.state === 'active')
  const calm = groups.length === 0 && needs.length === 0 ? 'new' : !ownGroup && groups.length > 0 ? 'requested' : 'none'
  const title = count === 0 ? t(`title.${calm}`) : t('title.waits', { count, spelled: spelled(count, { capital: true }) })
  return (
    <Page title={title} lead={`${active?.name ?? ''} · ${today}`}>
      <TwoColumns
        aside={
          <>
            <GroupsCard groups={groups} />
            <RoomsCard />
          </>
        }
      >
        {count > 0 && <TasksCard tasks={tasks} />}
        <AwaitedReviews />
        <NeedsCard needs={needs} />
        {missions.length > 0 && <MissionsCard missions={missions} />}
        {ownGroup && <GroupNeedsCard group={ownGroup} />}
      </TwoColumns>
    </Page>
  )
}
