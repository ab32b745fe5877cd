import { useTranslation } from 'react-i18next'
import { getFreelancerHome, getPayoutAccount } from '@mutuo/shared/billing/billing.endpoints.ts'
import { PayoutAccountCard } from '../../platform/payout-account-card.tsx'
import { keyOf, useAnswer } from '../../platform/use-endpoint.ts'
import { useLive } from '../../platform/use-live.ts'
import { useSession } from '../../platform/session.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { PayoutList } from './payout-list.tsx'

/** Where the freelancer is paid, and what has been sent there. */
export const PayoutsPage = () => {
  const { t } = useTranslation('payouts')
  const { active } = useSession()
  const account = useAnswer(getPayoutAccount, {})
  const home = useAnswer(getFreelancerHome, {})
  useLive(active ? `organisation:${active.id}` : undefined, [keyOf(getPayoutAccount), keyOf(getFreelancerHome)])
  const status = account.data?.status
  return (
    <Page title={t(`title.${status ?? 'loading'}`)} lead={t('lead')} narrow>
      <Loaded query={account}>{(known) => <PayoutAccountCard account={known} />}</Loaded>
      <Loaded query={home}>{({ payouts }) => <PayoutList payouts={payouts} />}</Loaded>
    </Page>
  )
}
