import { Button, NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { listNeeds } from '@mutuo/shared/needs/need.endpoints.ts'
import { usePages } from '../../platform/use-endpoint.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { LoadingCards } from '../../ui/loading.tsx'
import { SharesCards } from '../../ui/shares-card.tsx'
import { sorts, type NeedSort } from './filters.ts'
import { NeedCard } from './need-card.tsx'
import classes from './needs.module.css'
import { NoNeeds } from './no-needs.tsx'
import type { FilterControl } from './use-filters.ts'
import type { Place } from './use-place.ts'

const atOnce = 12

/** The needs that answer the filters, in one order, page after page. */
export const NeedList = ({ control, place }: { control: FilterControl; place: Place | null }) => {
  const { t } = useTranslation('needs')
  const { filters, change } = control
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = usePages(listNeeds, { ...filters, limit: atOnce })
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingCards columns count={6} />
  const cards = data.pages.flatMap(({ items }) => items)
  if (cards.length === 0) return <NoNeeds control={control} place={place} />
  return (
    <section className={classes['shelf']} aria-labelledby="trouves">
      <h2 id="trouves" className="sr">
        {t('list.results')}
      </h2>
      <div className="row between">
        <p role="status">
          <strong>{t('list.count', { count: data.pages[0]?.total ?? cards.length })}</strong>
        </p>
        <NativeSelect
          aria-label={t('filters.sortLabel')}
          value={filters.sort ?? 'closing'}
          onChange={(event) => change({ sort: event.currentTarget.value as NeedSort })}
          data={sorts
            .filter((sort) => sort !== 'nearest' || filters.near !== undefined)
            .map((sort) => ({ value: sort, label: t(`filters.sort.${sort}`) }))}
        />
      </div>
      <SharesCards>
        {cards.map((card) => (
          <li key={card.id}>
            <NeedCard card={card} />
          </li>
        ))}
      </SharesCards>
      {hasNextPage && (
        <div className={classes['more']}>
          <Button variant="outline" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('common:actions.showMore')}
          </Button>
        </div>
      )}
    </section>
  )
}
