import { IconShieldCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { isPayable } from '@mutuo/shared/missions/mission.rules.ts'
import type { AmendmentState, AmendmentView } from '@mutuo/shared/missions/amendment.schema.ts'
import { money } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { Callout } from '../../ui/callout.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Money } from '../../ui/money.tsx'

type Own = NonNullable<AmendmentView['my']>
type Rise = NonNullable<Own['rise']>

/**
 * What an amendment makes of the reader's own share, and what becomes of the difference: to the cent where it is to be paid. `label` tells its table from
 * another of the same page.
 */
export const AmendmentShare = ({ my, state, label }: { my: Own; state: AmendmentState; label: string }) => {
  const { t } = useTranslation('contract')
  const { beforeMinor, afterMinor, rise } = my
  if (rise) return <DearerShare my={my} rise={rise} state={state} label={label} />
  return (
    <p>
      <b>
        {beforeMinor === afterMinor
          ? t('amendment.sameShare', { amount: money(afterMinor) })
          : t('amendment.share', { before: money(beforeMinor), after: money(afterMinor) })}
      </b>{' '}
      {beforeMinor > afterMinor && t(refundIn[state])}
    </p>
  )
}

const refundIn = {
  proposed: 'amendment.willBack',
  collecting: 'amendment.willBack',
  applied: 'amendment.back',
  refused: 'amendment.noBack',
  withdrawn: 'amendment.noBack',
  expired: 'amendment.noBack',
} as const satisfies Record<AmendmentState, string>

const DearerShare = ({ my, rise, state, label }: { my: Own; rise: Rise; state: AmendmentState; label: string }) => {
  const { t } = useTranslation('contract')
  const { netMinor, vatMinor, grossMinor, isBeyondPledge } = rise
  const rows: [keyof typeof names, number][] = [
    ['before', my.beforeMinor],
    ['after', my.afterMinor],
    ['net', netMinor],
    ...(vatMinor > 0 ? ([['vat', vatMinor]] as [keyof typeof names, number][]) : []),
  ]
  return (
    <>
      <DataTable
        caption={t('rise.caption')}
        showCaption
        label={label}
        head={[t('rise.what'), { text: t('rise.amount'), numeric: true }]}
        rows={[
          ...rows.map(([key, minor]) => ({ key, cells: [t(names[key]), <Money key={key} minor={minor} />] })),
          { key: 'gross', total: true, cells: [t('rise.gross'), <Money key="gross" minor={grossMinor} />] },
        ]}
      />
      {state === 'proposed' && isBeyondPledge && <BeyondPledge />}
      <Difference rise={rise} state={state} />
    </>
  )
}

/** Where one agrees: the new price, what is charged, and that it is more than was pledged. */
export const RiseInShort = ({ my, rise }: { my: Own; rise: Rise }) => {
  const { t } = useTranslation('contract')
  return (
    <>
      <p>
        <b>{t('amendment.share', { before: money(my.beforeMinor), after: money(my.afterMinor) })}</b>{' '}
        {t('rise.short', { gross: money(rise.grossMinor) })}
      </p>
      {rise.isBeyondPledge && <BeyondPledge />}
    </>
  )
}

const BeyondPledge = () => {
  const { t } = useTranslation('contract')
  return (
    <Callout tone="ocre" icon={<IconShieldCheck />}>
      {t('rise.beyondPledge')}
    </Callout>
  )
}

const names = { before: 'rise.before', after: 'rise.after', net: 'rise.net', vat: 'rise.vat' } as const

/** What becomes of the difference, and where it is mended. */
const Difference = ({ rise: { payment, grossMinor }, state }: { rise: Rise; state: AmendmentState }) => {
  const { t } = useTranslation('contract')
  if (state === 'collecting' && payment && isPayable(payment.state))
    return (
      <Callout
        tone="bad"
        actions={<LinkButton to={paths.share(payment.shareId)}>{t('rise.pay', { gross: money(grossMinor) })}</LinkButton>}
      >
        {t('rise.toPay')}
      </Callout>
    )
  if (state === 'collecting') return <p>{t(payment?.state === 'paid' ? 'rise.paid' : 'rise.charging')}</p>
  if (state === 'proposed') return <p>{t('rise.willCharge')}</p>
  if (state === 'applied') return <p>{t('rise.charged')}</p>
  const isBack = payment?.state === 'paid' || payment?.state === 'refunded'
  return <p>{t(isBack ? 'rise.back' : 'rise.nothing')}</p>
}
