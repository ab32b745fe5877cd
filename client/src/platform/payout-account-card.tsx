import { useEffect, type ReactNode } from 'react'
import { Button } from '@mantine/core'
import { IconExternalLink, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLocation, useSearchParams } from 'react-router'
import { compareBids } from '@mutuo/shared/bids/bid.endpoints.ts'
import {
  getFreelancerHome,
  getPayoutAccount,
  refreshPayoutAccount,
  startPayoutOnboarding,
} from '@mutuo/shared/billing/billing.endpoints.ts'
import type { PayoutStatus } from '@mutuo/shared/billing/billing.schema.ts'
import { Card, CardHead } from '../ui/card.tsx'
import { StateChip, type Look } from '../ui/state-chip.tsx'
import { toastProblem } from '../ui/toast.ts'
import { percent } from './format.ts'
import { keyOf, useAct } from './use-endpoint.ts'

const looks: Record<PayoutStatus, Look> = { none: 'attention', pending: 'waiting', restricted: 'attention', active: 'done' }
/** Said by the address on return from the hosted pages: coming back is not having finished, so the service is asked. */
const back = 'versement'

type Account = { status: PayoutStatus; last4?: string | undefined; platformFeeBp?: number | undefined }

/** The account that the freelancer is paid on: its state, and the way to open it; `children` ends the card. */
export const PayoutAccountCard = ({ account, children }: { account: Account; children?: ReactNode }) => {
  const { t } = useTranslation('payouts')
  const { pathname } = useLocation()
  const refresh = useRefreshOnReturn()
  const start = useAct(startPayoutOnboarding, { onDone: ({ url }) => window.location.assign(url) })
  const { status, last4, platformFeeBp } = account
  return (
    <Card tight edge={status === 'active' ? 'canard' : 'ocre'} aria-labelledby="payout-account">
      <CardHead id="payout-account" title={t('account')}>
        <StateChip look={looks[status]}>{t(`status.${status}`)}</StateChip>
      </CardHead>
      <p>
        {last4 && t('last4', { last4 })} {t(`text.${status}`)}
      </p>
      {platformFeeBp !== undefined && <small>{t('fee', { rate: percent(platformFeeBp / 10_000, 2) })}</small>}
      {status !== 'active' && (
        <div className="row">
          <Button
            leftSection={<IconExternalLink className="ico" aria-hidden="true" />}
            loading={start.isPending}
            onClick={() => start.mutate({ returnTo: `${pathname}?retour=${back}` }, { onError: toastProblem })}
          >
            {t(status === 'none' ? 'open' : 'resume')}
          </Button>
          {status !== 'none' && (
            <Button
              variant="subtle"
              leftSection={<IconRefresh className="ico" aria-hidden="true" />}
              loading={refresh.isPending}
              onClick={() => refresh.mutate({}, { onError: toastProblem })}
            >
              {t('check')}
            </Button>
          )}
        </div>
      )}
      {children}
    </Card>
  )
}

const useRefreshOnReturn = () => {
  const [search, setSearch] = useSearchParams()
  const refresh = useAct(refreshPayoutAccount, { invalidates: [keyOf(getPayoutAccount), keyOf(getFreelancerHome), keyOf(compareBids)] })
  const isBack = search.get('retour') === back
  const { mutate } = refresh
  useEffect(() => {
    if (!isBack) return
    const cleared = new URLSearchParams(window.location.search)
    cleared.delete('retour')
    setSearch(cleared, { replace: true })
    mutate({}, { onError: toastProblem })
  }, [isBack, mutate, setSearch])
  return refresh
}
