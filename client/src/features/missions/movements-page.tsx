import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { listMovements } from '@mutuo/shared/billing/billing.endpoints.ts'
import { getMission } from '@mutuo/shared/missions/mission.endpoints.ts'
import { money } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { keyOf, useAnswer, usePages } from '../../platform/use-endpoint.ts'
import { useLive } from '../../platform/use-live.ts'
import { Card } from '../../ui/card.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'
import { useMovementWords } from './use-movement-words.ts'

/** Every movement of a mission's money that the reader may see, latest first. */
export const MovementsPage = () => {
  const { t } = useTranslation('missions')
  const { missionId = '' } = useParams()
  const mission = useAnswer(getMission, { missionId })
  const query = usePages(listMovements, { missionId })
  useLive(`mission:${missionId}`, [keyOf(listMovements)])
  const words = useMovementWords(mission.data)
  const items = query.data?.pages.flatMap((each) => each.items) ?? []
  return (
    <Page
      title={t('movements.title')}
      lead={t('movements.lead')}
      back={{ to: paths.mission(missionId), label: mission.data?.title ?? t('movements.back') }}
    >
      <Loaded query={query}>
        {() =>
          items.length === 0 ? (
            <EmptyState title={t('movements.none')} text={t('movements.noneText')} />
          ) : (
            <Card>
              <DataTable
                caption={t('movements.title')}
                head={[t('movements.when'), t('movements.what'), { text: t('movements.amount'), numeric: true }]}
                rows={items.map((movement) => ({
                  key: movement.id,
                  cells: [<When key="at" at={movement.at} />, words.kind(movement), money(movement.amountMinor)],
                }))}
              />
              {query.hasNextPage && (
                <div>
                  <Button variant="outline" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                    {t('common:actions.showMore')}
                  </Button>
                </div>
              )}
            </Card>
          )
        }
      </Loaded>
    </Page>
  )
}
