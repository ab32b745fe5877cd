import { useTranslation } from 'react-i18next'
import type { FreelancerHome } from '@mutuo/shared/billing/billing.schema.ts'
import { money } from '../../platform/format.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { When } from '../../ui/when.tsx'

/** What was sent to the account, each amount with the milestone that released it. */
export const PayoutList = ({ payouts }: { payouts: FreelancerHome['payouts'] }) => {
  const { t } = useTranslation('payouts')
  return (
    <Card>
      <CardHead title={t('list')} />
      {payouts.length === 0 ? (
        <p className="muted">{t('none')}</p>
      ) : (
        <DataTable
          caption={t('list')}
          head={[t('milestone'), t('when'), { text: t('amount'), numeric: true }]}
          rows={payouts.map(({ at, state, label, detail, amountMinor }, index) => ({
            key: String(index),
            cells: [
              <span key="label">
                <b>{label}</b>
                <br />
                <small>{detail}</small>
              </span>,
              <span key="at">
                <When at={at} as="day" />
                <br />
                <small>{t(`state.${state}`)}</small>
              </span>,
              money(amountMinor),
            ],
          }))}
        />
      )}
    </Card>
  )
}
