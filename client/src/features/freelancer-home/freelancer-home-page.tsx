import { useTranslation } from 'react-i18next'
import { getFreelancerHome } from '@mutuo/shared/billing/billing.endpoints.ts'
import type { FreelancerHome } from '@mutuo/shared/billing/billing.schema.ts'
import { capitalised, day, money } from '../../platform/format.ts'
import { PayoutAccountCard } from '../../platform/payout-account-card.tsx'
import { paths } from '../../platform/paths.ts'
import { AwaitedReviews } from '../../platform/reviews/awaited-reviews.tsx'
import { useSession } from '../../platform/session.tsx'
import { keyOf, useAnswer } from '../../platform/use-endpoint.ts'
import { useLive } from '../../platform/use-live.ts'
import { LoadedPage } from '../../ui/loaded-page.tsx'
import { Page } from '../../ui/page.tsx'
import { TwoColumns } from '../../ui/two-columns.tsx'
import { Link } from 'react-router'
import { InvitationsCard } from './invitations-card.tsx'
import { MissionsCard } from './missions-card.tsx'
import { MoneyCard } from './money-card.tsx'
import { PayoutsCard } from './payouts-card.tsx'

/** The freelancer's morning: where each euro is and what releases it, the missions under way, who asks for these skills. */
export const FreelancerHomePage = () => {
  const { active } = useSession()
  useLive(active ? `organisation:${active.id}` : undefined, [keyOf(getFreelancerHome)])
  return <LoadedPage query={useAnswer(getFreelancerHome, {})}>{(home) => <Morning home={home} />}</LoadedPage>
}

const Morning = ({ home }: { home: FreelancerHome }) => {
  const { t } = useTranslation('freelancer-home')
  const title = useGreeting(home)
  const hasMissions = home.missions.length > 0
  const account = (
    <PayoutAccountCard account={home.payoutAccount}>
      <Link className="link" to={paths.payouts}>
        {t('account')}
      </Link>
    </PayoutAccountCard>
  )
  const isAccountOpen = home.payoutAccount.status === 'active'
  return (
    <Page title={title} lead={<Today missions={home.missions.length} />}>
      <TwoColumns
        aside={
          <div className="stack">
            {!isAccountOpen && account}
            <PayoutsCard payouts={home.payouts} />
            {isAccountOpen && account}
          </div>
        }
      >
        <AwaitedReviews />
        {hasMissions && <MoneyCard home={home} />}
        {hasMissions && <MissionsCard home={home} />}
        <InvitationsCard invitations={home.invitations} />
      </TwoColumns>
    </Page>
  )
}

/** What counts most this morning: money that waits for an agreement, money retained, or a need to price. */
const useGreeting = ({ releasableMinor, retainedMinor, invitations }: FreelancerHome) => {
  const { t } = useTranslation('freelancer-home')
  const { user } = useSession()
  const name = user?.name.split(' ')[0] ?? ''
  if (releasableMinor > 0) return t('title.releasable', { name, amount: money(releasableMinor, { whole: true }) })
  if (retainedMinor > 0) return t('title.retained', { name, amount: money(retainedMinor, { whole: true }) })
  return invitations.length > 0 ? t('title.invitations', { name, count: invitations.length }) : t('title.calm', { name })
}

const Today = ({ missions }: { missions: number }) => {
  const { t } = useTranslation('freelancer-home')
  const today = day(new Date(), { weekday: true })
  return t('today', { day: capitalised(today), missions: t('missionCount', { count: missions }) })
}
