import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../platform/paths.ts'
import { useSession } from '../../platform/session.tsx'
import { Page } from '../../ui/page.tsx'
import { ActiveFilters } from './active-filters.tsx'
import { isBrowsing } from './filters.ts'
import { NeedList } from './need-list.tsx'
import classes from './needs.module.css'
import { SearchBar } from './search-bar.tsx'
import { Shelves } from './shelves.tsx'
import { useFilters } from './use-filters.ts'
import { useHomePlace, usePlace } from './use-place.ts'

/** What firms around here want to buy together. */
export const NeedsPage = () => {
  const { t } = useTranslation('needs')
  const { active } = useSession()
  const control = useFilters()
  const { filters } = control
  const place = usePlace(filters.near)
  const home = useHomePlace()
  const mayPublish = active?.kind !== 'freelancer' && active?.kind !== 'funder'
  const title = t(active?.kind === 'freelancer' ? 'list.titleToBid' : 'list.title')
  return (
    <Page
      title={<span className={classes['title']}>{title}</span>}
      tabTitle={title}
      actions={
        mayPublish && (
          <Button
            component={Link}
            to={paths.newNeed}
            variant="outline"
            className={classes['new']}
            leftSection={<IconPlus className="ico" aria-hidden="true" />}
          >
            {t('list.publish')}
            <span className="wide-only">&nbsp;{t('list.publishWhat')}</span>
          </Button>
        )
      }
    >
      <div className={classes['search']}>
        <SearchBar
          key={`${filters.q}${filters.near}${filters.km}${place?.name}${home?.name}`}
          control={control}
          place={place}
          home={home}
        />
        <ActiveFilters control={control} place={place} home={home} />
      </div>
      {isBrowsing(filters) ? <Shelves control={control} place={place ?? home} /> : <NeedList control={control} place={place} />}
    </Page>
  )
}
