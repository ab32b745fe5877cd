import { Button, SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { listNotifications, markNotificationsRead } from '@mutuo/shared/notifications/notification.endpoints.ts'
import type { NotificationView } from '@mutuo/shared/notifications/notification.schema.ts'
import { day } from '../../platform/format.ts'
import { keyOf, useAct, usePages } from '../../platform/use-endpoint.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { toastProblem } from '../../ui/toast.ts'
import { NotificationLine } from './notification-line.tsx'
import classes from './notifications.module.css'

const unreadOnly = 'nonlues'

/** Latest first, day by day. */
export const News = () => {
  const { t } = useTranslation('notifications')
  const [search, setSearch] = useSearchParams()
  const filter = search.get('filtre') === unreadOnly ? unreadOnly : 'toutes'
  const query = usePages(listNotifications, filter === unreadOnly ? { unreadOnly: 'true' } : {})
  const markRead = useAct(markNotificationsRead, { invalidates: [keyOf(listNotifications)] })
  const choose = (value: string) => {
    const next = new URLSearchParams(search)
    if (value === unreadOnly) next.set('filtre', value)
    else next.delete('filtre')
    setSearch(next, { replace: true, preventScrollReset: true })
  }
  return (
    <div className="stack">
      <div className="row between">
        <SegmentedControl
          aria-label={t('filter.label')}
          value={filter}
          onChange={choose}
          data={[
            { value: 'toutes', label: t('filter.all') },
            { value: unreadOnly, label: t('filter.unread') },
          ]}
        />
        {(query.data?.pages[0]?.unread ?? 0) > 0 && (
          <Button size="sm" variant="subtle" loading={markRead.isPending} onClick={() => markRead.mutate({}, { onError: toastProblem })}>
            {t('markAll')}
          </Button>
        )}
      </div>
      <Loaded query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0) return <Nothing isFiltered={filter === unreadOnly} onAll={() => choose('toutes')} />
          return (
            <>
              {byDay(items).map(([words, own]) => (
                <section key={words} className="stack tight" aria-label={words}>
                  <h2 className={classes['day']}>{words}</h2>
                  <ul className={classes['list']}>
                    {own.map((notification) => (
                      <li key={notification.id}>
                        <NotificationLine
                          notification={notification}
                          onOpen={() => notification.readAt ?? markRead.mutate({ ids: [notification.id] })}
                        />
                      </li>
                    ))}
                  </ul>
                </section>
              ))}
              {query.hasNextPage && (
                <Button variant="outline" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t('common:actions.showMore')}
                </Button>
              )}
            </>
          )
        }}
      </Loaded>
    </div>
  )
}

const byDay = (items: readonly NotificationView[]): [string, NotificationView[]][] => {
  const days = new Map<string, NotificationView[]>()
  for (const item of items) {
    const words = day(item.at, { weekday: true })
    days.set(words, [...(days.get(words) ?? []), item])
  }
  return [...days]
}

const Nothing = ({ isFiltered, onAll }: { isFiltered: boolean; onAll: () => void }) => {
  const { t } = useTranslation('notifications')
  return (
    <EmptyState
      title={t(isFiltered ? 'none.unread' : 'none.all')}
      text={t(isFiltered ? 'none.unreadText' : 'none.allText')}
      {...(isFiltered
        ? {
            actions: (
              <Button variant="outline" onClick={onAll}>
                {t('none.see')}
              </Button>
            ),
          }
        : {})}
    />
  )
}
