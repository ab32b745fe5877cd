import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link, Navigate, useSearchParams } from 'react-router'
import { findGroups, listMyGroups } from '@mutuo/shared/groups/group.endpoints.ts'
import { paths } from '../../platform/paths.ts'
import { useSession } from '../../platform/session.tsx'
import { useAnswer } from '../../platform/use-endpoint.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { LoadingCards } from '../../ui/loading.tsx'
import { Page } from '../../ui/page.tsx'
import { GroupCard } from './group-card.tsx'
import classes from './groups.module.css'

/** In the address: the whole list, also for a firm that has one group. */
const all = 'tous'

/** The groups of the organisation that the reader acts for; a firm that has one goes straight to it. */
export const GroupsPage = () => {
  const { t } = useTranslation('groups')
  const { active } = useSession()
  const isAssociation = active?.kind === 'association'
  const query = useAnswer(listMyGroups, {})
  const [search] = useSearchParams()
  return (
    <Loaded query={query} loading={<LoadingCards count={2} />}>
      {({ items }) => {
        const [only] = items
        if (!isAssociation && only && items.length === 1 && !search.has(all)) return <Navigate to={paths.group(only.id)} replace />
        return (
          <Page
            title={isAssociation ? t('list.ofAssociation') : t('list.title')}
            actions={
              isAssociation && (
                <Button component={Link} to={paths.newGroup} leftSection={<IconPlus className="ico" aria-hidden="true" />}>
                  {t('list.create')}
                </Button>
              )
            }
          >
            <div className="stack">
              {items.length > 0 ? (
                <ul className={classes['cards']}>
                  {items.map((group) => (
                    <GroupCard key={group.id} group={group} as="h2" />
                  ))}
                </ul>
              ) : (
                <EmptyState
                  title={isAssociation ? t('list.noneOfAssociation') : t('list.none')}
                  text={isAssociation ? t('list.noneOfAssociationText') : t('list.noneText')}
                />
              )}
              {active?.kind === 'sme' && <Nearby known={items.map(({ id }) => id)} />}
            </div>
          </Page>
        )
      }}
    </Loaded>
  )
}

/** Groups of the place that the firm could ask to join. */
const Nearby = ({ known }: { known: readonly string[] }) => {
  const { t } = useTranslation('groups')
  const query = useAnswer(findGroups, {})
  return (
    <section className="stack" aria-labelledby="pres">
      <h2 id="pres">{t('list.near')}</h2>
      <Loaded query={query}>
        {({ items }) => {
          const others = items.filter(({ id }) => !known.includes(id))
          if (others.length === 0) return <p className="muted">{t('list.nearNone')}</p>
          return (
            <ul className={classes['cards']}>
              {others.map((group) => (
                <GroupCard key={group.id} group={group} />
              ))}
            </ul>
          )
        }}
      </Loaded>
    </section>
  )
}
