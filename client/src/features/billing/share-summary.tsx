import { useTranslation } from 'react-i18next'
import type { SharePayment } from '@mutuo/shared/billing/billing.schema.ts'
import { Card } from '../../ui/card.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Money } from '../../ui/money.tsx'

/** The share in three lines that sum. */
export const ShareSummary = ({ share: { netMinor, vatMinor, grossMinor, amendmentTurn: turn } }: { share: SharePayment }) => {
  const { t } = useTranslation('billing')
  return (
    <Card>
      <DataTable
        caption={turn === undefined ? t('summary.title') : t('rise.summary', { turn })}
        showCaption
        head={[
          <span key="what" className="sr">
            {t('summary.what')}
          </span>,
          { text: <span className="sr">{t('summary.amount')}</span>, numeric: true },
        ]}
        rows={[
          { key: 'net', cells: [t('summary.net'), <Money key="net" minor={netMinor} />] },
          { key: 'vat', cells: [t('summary.vat'), <Money key="vat" minor={vatMinor} />] },
          { key: 'gross', total: true, cells: [t('summary.gross'), <Money key="gross" minor={grossMinor} />] },
        ]}
      />
    </Card>
  )
}
