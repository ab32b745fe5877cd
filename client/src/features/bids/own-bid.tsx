import { useTranslation } from 'react-i18next'
import type { BidView } from '@mutuo/shared/bids/bid.schema.ts'
import type { PayoutStatus } from '@mutuo/shared/billing/billing.schema.ts'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { paths } from '../../platform/paths.ts'
import { sentenceOf } from '../../platform/problem-text.ts'
import { StateBadge } from '../../platform/state-badge.tsx'
import { abilityFor } from '../../ui/ability-button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Page } from '../../ui/page.tsx'
import { BidForm } from './bid-form.tsx'

type Props = { need: NeedView; bids: readonly BidView[]; account: { status: PayoutStatus; platformFeeBp: number } | undefined }

/** The freelancer's bid in this need: written for the first time, or changed. */
export const OwnBid = ({ need, bids, account }: Props) => {
  const { t } = useTranslation('bids')
  const own = bids.find((bid) => bid.state !== 'withdrawn')
  const ability = own ? abilityFor(own.abilities, 'edit') : abilityFor(need.abilities, 'bid')
  return (
    <Page
      title={t(own ? 'form.titleEdit' : 'form.title', { need: need.content.title })}
      back={own ? { to: paths.bid(need.id, own.id), label: t('form.backToBid') } : { to: paths.need(need.id), label: t('backToNeed') }}
      chips={
        <>
          {own && <StateBadge process="bid" state={own.state} />}
          <Chip tone="plain">{t('group', { name: need.group.name })}</Chip>
          <Chip tone="plain">{t('form.closes', { at: need.content.bidsCloseAt })}</Chip>
        </>
      }
      lead={t('form.lead', { count: need.funding.firms })}
    >
      {ability?.allowed ? (
        <>
          {own && own.state !== 'draft' && <Callout tone="ocre">{t('form.editing')}</Callout>}
          <BidForm
            key={own ? `${own.id}.${own.version}` : `new${bids.length}`}
            need={need}
            own={own}
            earlier={bids.length}
            account={account}
          />
        </>
      ) : (
        <Callout tone="plain">{sentenceOf(ability?.reason ?? 'BIDS_CLOSED', ability?.params)}</Callout>
      )}
    </Page>
  )
}
