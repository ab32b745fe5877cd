import { Button } from '@mantine/core'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { exportBids } from '@mutuo/shared/bids/bid.endpoints.ts'
import { fileAddress } from '../../platform/api.ts'

/** The comparison on paper, or in a spreadsheet. */
export const KeepComparison = ({ needId }: { needId: string }) => {
  const { t } = useTranslation('negotiation')
  return (
    <div className="row" data-noprint="">
      <Button variant="outline" size="sm" leftSection={<IconPrinter className="ico" aria-hidden="true" />} onClick={() => window.print()}>
        {t('keep.print')}
      </Button>
      <Button
        component="a"
        href={fileAddress(exportBids, { needId })}
        download
        variant="outline"
        size="sm"
        leftSection={<IconDownload className="ico" aria-hidden="true" />}
      >
        {t('keep.csv')}
      </Button>
    </div>
  )
}
