import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { listMyBids } from '@mutuo/shared/bids/bid.endpoints.ts'
import { paths } from '../../platform/paths.ts'
import { useSession } from '../../platform/session.tsx'
import { useAnswer } from '../../platform/use-endpoint.ts'
import { useLive } from '../../platform/use-live.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import classes from './bids.module.css'
import { MyBidCard } from './my-bid-card.tsx'

/** A freelancer's bids, what waits for it first. */
export const MyBidsPage = () => {
  const { t } = useTranslation('bids')
  const { active } = useSession()
  const query = useAnswer(listMyBids, {})
  useLive(active ? `organisation:${active.id}` : undefined, [['listMyBids']])
  const drafts = query.data?.items.filter((bid) => bid.state === 'draft').length ?? 0
  return (
    <Page title={drafts > 0 ? t('my.titleDrafts', { count: drafts }) : t('my.title')} lead={t('my.lead')}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              title={t('my.none')}
              text={t('my.noneText')}
              actions={
                <Button component={Link} to={paths.needs}>
                  {t('my.find')}
                </Button>
              }
            />
          ) : (
            <ul className={classes['cards']}>
              {[...items]
                .sort((a, b) => Number(b.state === 'draft') - Number(a.state === 'draft'))
                .map((bid) => (
                  <MyBidCard key={bid.id} bid={bid} />
                ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  )
}
