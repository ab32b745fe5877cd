import { useTranslation } from 'react-i18next'
import { listNeeds } from '@mutuo/shared/needs/need.endpoints.ts'
import { useAnswer } from '../../platform/use-endpoint.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { LoadingCards } from '../../ui/loading.tsx'
import type { NeedSort } from './filters.ts'
import { NoNeeds } from './no-needs.tsx'
import { Shelf } from './shelf.tsx'
import type { FilterControl } from './use-filters.ts'
import type { Place } from './use-place.ts'

const onShelf = 3
const asked = 9

/** The needs by what makes them urgent; each stands on one shelf only, the first that it fits. */
export const Shelves = ({ control, place }: { control: FilterControl; place: Place | null }) => {
  const { t } = useTranslation('needs')
  const { filters, linkTo } = control
  const nearly = useAnswer(listNeeds, { ...filters, sort: 'nearly_funded', limit: asked }, { keepPrevious: true })
  const closing = useAnswer(listNeeds, { ...filters, sort: 'closing', limit: asked }, { keepPrevious: true })
  const nearInput = { ...filters, near: place?.code, sort: 'nearest' as const, limit: asked }
  const nearest = useAnswer(listNeeds, nearInput, { keepPrevious: true, enabled: place !== null })
  return (
    <Loaded query={nearly} loading={<LoadingCards columns count={6} />}>
      {({ items, total = items.length }) => {
        if (items.length === 0) return <NoNeeds control={control} place={place} />
        const seen = new Set<string>()
        const shelves = [
          { key: 'nearly_funded' as const, items },
          { key: 'closing' as const, items: closing.data?.items ?? [] },
          { key: 'nearest' as const, items: nearest.data?.items ?? [] },
        ].map(({ key, items: cards }) => ({ key, cards: takeNew(cards, seen) }))
        return (
          <>
            <p role="status">
              <strong>{t('list.count', { count: total })}</strong> {t('list.open')}
            </p>
            {shelves
              .filter(({ cards }) => cards.length > 0)
              .map(({ key, cards }, index) => (
                <Shelf key={key} name={key} cards={cards} total={total} to={linkTo(sortedBy(key, place))} explainsMark={index === 0} />
              ))}
          </>
        )
      }}
    </Loaded>
  )
}

const takeNew = <T extends { id: string }>(cards: readonly T[], seen: Set<string>) => {
  const taken = cards.filter(({ id }) => !seen.has(id)).slice(0, onShelf)
  for (const { id } of taken) seen.add(id)
  return taken
}

const sortedBy = (sort: NeedSort, place: Place | null) => (sort === 'nearest' && place ? { sort, near: place.code } : { sort })
