import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Payout } from '@mutuo/shared/billing/billing.schema.ts'
import { money } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { FirmName } from '../../ui/firm-mark.tsx'
import { When } from '../../ui/when.tsx'
import classes from './payouts.module.css'

/** The part of each firm in one milestone, and what the fees were. */
export const PayoutParts = ({ payout: { missionId, milestoneTitle, parts, amountMinor, grossMinor } }: { payout: Payout }) => {
  const { t } = useTranslation('payouts')
  return (
    <div className={`stack ${classes['parts']}`}>
      <DataTable
        caption={t('partsOf', { milestone: milestoneTitle })}
        head={[t('firm'), t('when'), { text: t('amount'), numeric: true }]}
        rows={[
          ...parts.map((part) => ({
            key: part.firm.id,
            cells: [
              <FirmName key="firm" of={part.firm} />,
              part.sentAt ? <When key="at" at={part.sentAt} as="day" /> : t('state.waiting'),
              money(part.amountMinor),
            ],
          })),
          { key: 'total', cells: [t('total'), '', money(amountMinor)], total: true },
        ]}
      />
      <small>{t('fees', { gross: money(grossMinor), fees: money(grossMinor - amountMinor) })}</small>
      <Link className="link" to={paths.mission(missionId)}>
        {t('seeMission')}
      </Link>
    </div>
  )
}
