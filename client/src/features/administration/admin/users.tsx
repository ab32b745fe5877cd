import { useState } from 'react'
import { Button, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { listUsers } from '@mutuo/shared/administration/administration.endpoints.ts'
import { usePages } from '../../../platform/use-endpoint.ts'
import { Card } from '../../../ui/card.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import classes from './administration.module.css'
import { SuspendUser } from './suspend-user.tsx'
import { UserRow, type UserLine } from './user-row.tsx'

const wordsParam = 'q'

/** Everybody who has an account, found by name or address; suspended or taken back with a reason. */
export const Users = () => {
  const [search] = useSearchParams()
  const q = search.get(wordsParam) ?? ''
  return (
    <div className="stack">
      <SearchForm key={q} asked={q} />
      <UserList q={q} />
    </div>
  )
}

const SearchForm = ({ asked }: { asked: string }) => {
  const { t } = useTranslation('administration-admin')
  const [, setSearch] = useSearchParams()
  const [words, setWords] = useState(asked)
  const find = (next: string) =>
    setSearch(
      (now) => {
        if (next) now.set(wordsParam, next)
        else now.delete(wordsParam)
        return now
      },
      { replace: true, preventScrollReset: true },
    )
  return (
    <form
      role="search"
      className={classes['search']}
      onSubmit={(event) => {
        event.preventDefault()
        find(words.trim())
      }}
    >
      <TextInput
        type="search"
        label={t('users.search')}
        maxLength={100}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Button type="submit" variant="outline">
        {t('users.find')}
      </Button>
    </form>
  )
}

const UserList = ({ q }: { q: string }) => {
  const { t } = useTranslation('administration-admin')
  const query = usePages(listUsers, q ? { q } : {})
  const [chosen, setChosen] = useState<UserLine>()
  const users = query.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Loaded query={query}>
      {() => (
        <Card>
          {users.length === 0 && <p role="status">{t('users.none', { q })}</p>}
          <ul>
            {users.map((user) => (
              <UserRow key={user.id} user={user} onMove={() => setChosen(user)} />
            ))}
          </ul>
          {query.hasNextPage && (
            <Button variant="outline" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('common:actions.showMore')}
            </Button>
          )}
          {chosen && <SuspendUser user={chosen} onClose={() => setChosen(undefined)} />}
        </Card>
      )}
    </Loaded>
  )
}
