import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { getPayoutAccount, listPayouts } from '@mutuo/shared/billing/billing.endpoints.ts'
import { PayoutAccountCard } from '../../platform/payout-account-card.tsx'
import { keyOf, useAnswer, usePages } from '../../platform/use-endpoint.ts'
import { useLive } from '../../platform/use-live.ts'
import { useSession } from '../../platform/session.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { PayoutList } from './payout-list.tsx'

/** Where the freelancer is paid, and what each milestone has brought there. */
export const PayoutsPage = () => {
  const { t } = useTranslation('payouts')
  const { active } = useSession()
  const account = useAnswer(getPayoutAccount, {})
  const query = usePages(listPayouts, {})
  useLive(active ? `organisation:${active.id}` : undefined, [keyOf(getPayoutAccount), keyOf(listPayouts)])
  const status = account.data?.status
  return (
    <Page title={t(`title.${status ?? 'loading'}`)} lead={t('lead')} narrow>
      <Loaded query={account}>{(known) => <PayoutAccountCard account={known} />}</Loaded>
      <Loaded query={query}>
        {({ pages }) => (
          <PayoutList payouts={pages.flatMap(({ items }) => items)}>
            {query.hasNextPage && (
              <div>
                <Button variant="outline" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t('common:actions.showMore')}
                </Button>
              </div>
            )}
          </PayoutList>
        )}
      </Loaded>
    </Page>
  )
}
