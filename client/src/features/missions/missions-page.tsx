import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { listMissions } from '@mutuo/shared/missions/mission.endpoints.ts'
import type { MissionCard as Card } from '@mutuo/shared/missions/mission.schema.ts'
import { paths } from '../../platform/paths.ts'
import { useSession } from '../../platform/session.tsx'
import { keyOf, usePages } from '../../platform/use-endpoint.ts'
import { useLive } from '../../platform/use-live.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { LoadingCards } from '../../ui/loading.tsx'
import { Page } from '../../ui/page.tsx'
import { MissionCard } from './mission-card.tsx'
import classes from './missions.module.css'

/** The missions of the organisation that one acts for, those that wait for it first. */
export const MissionsPage = () => {
  const { t } = useTranslation('missions')
  const { active } = useSession()
  const query = usePages(listMissions, {})
  useLive(active ? `organisation:${active.id}` : undefined, [keyOf(listMissions)])
  const items = query.data?.pages.flatMap((each) => each.items) ?? []
  const waiting = items.filter((mission) => mission.waitsFor !== 'nothing').length
  return (
    <Page title={waiting > 0 ? t('list.waiting', { count: waiting }) : t('list.title')} lead={t(`list.lead.${active?.kind ?? 'sme'}`)}>
      <Loaded query={query} loading={<LoadingCards columns />}>
        {() =>
          items.length === 0 ? (
            <EmptyState
              title={t('list.none')}
              text={t('list.noneText')}
              actions={
                <Button component={Link} to={paths.needs}>
                  {t('list.find')}
                </Button>
              }
            />
          ) : (
            <ul className={classes['cards']}>
              {[...items].sort(waitingFirst).map((mission) => (
                <MissionCard key={mission.id} mission={mission} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {query.hasNextPage && (
        <div>
          <Button variant="outline" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('common:actions.showMore')}
          </Button>
        </div>
      )}
    </Page>
  )
}

const waitingFirst = (a: Card, b: Card) => Number(a.waitsFor === 'nothing') - Number(b.waitsFor === 'nothing')
