import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { compareBids } from '@mutuo/shared/bids/bid.endpoints.ts'
import { getPayoutAccount } from '@mutuo/shared/billing/billing.endpoints.ts'
import { getNeed } from '@mutuo/shared/needs/need.endpoints.ts'
import { paths } from '../../platform/paths.ts'
import { sentenceOf } from '../../platform/problem-text.ts'
import { useSession } from '../../platform/session.tsx'
import { keyOf, useAnswer } from '../../platform/use-endpoint.ts'
import { useLive } from '../../platform/use-live.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { LoadingPage } from '../../ui/loading.tsx'
import { Page } from '../../ui/page.tsx'
import { OwnBid } from './own-bid.tsx'

export const OwnBidPage = () => {
  const { t } = useTranslation('bids')
  const { needId = '' } = useParams()
  const { active } = useSession()
  const isFreelancer = active?.kind === 'freelancer'
  const need = useAnswer(getNeed, { needId })
  const bids = useAnswer(compareBids, { needId }, { enabled: isFreelancer })
  const account = useAnswer(getPayoutAccount, {}, { enabled: isFreelancer })
  useLive(active ? `organisation:${active.id}` : undefined, [keyOf(getPayoutAccount)])
  if (!isFreelancer)
    return (
      <Page title={t('form.freelancersOnly')}>
        <EmptyState
          title={sentenceOf('FREELANCER_ONLY')}
          text={t('form.freelancersOnlyText')}
          actions={
            <Button component={Link} to={paths.need(needId)} variant="outline">
              {t('none.back')}
            </Button>
          }
        />
      </Page>
    )
  return (
    <Loaded query={need} loading={<LoadingPage />}>
      {(known) => (
        <Loaded query={bids} loading={<LoadingPage />}>
          {({ items }) => <OwnBid need={known} bids={items} account={account.data} />}
        </Loaded>
      )}
    </Loaded>
  )
}
