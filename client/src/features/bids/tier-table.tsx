import { useTranslation } from 'react-i18next'
import type { BidContent } from '@mutuo/shared/bids/bid.schema.ts'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { money, number } from '../../platform/format.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import classes from './bids.module.css'
import { countsOf, priceLines } from './price-table.ts'

/** The price for every number of firms, as the freelancer wrote it and as it works out. */
export const TierTable = ({ content, need }: { content: BidContent; need: NeedView }) => {
  const { t } = useTranslation('bids')
  const hasCommon = content.commonLots.length > 0
  const hasOwn = content.ownLots.length > 0
  const lines = priceLines(content, need.content.lots, countsOf(need, content.tiers), { platformBp: 0, commissionBp: 0 })
  return (
    <Card>
      <CardHead title={t('tiers.title')} hint={t('tiers.hint')} />
      <DataTable
        caption={t('tiers.caption')}
        head={[
          t('tiers.from'),
          ...(hasCommon ? [{ text: t('tiers.common'), numeric: true }] : []),
          ...(hasOwn ? [{ text: t('tiers.perFirm'), numeric: true }] : []),
        ]}
        rows={content.tiers.map(({ minFirms, commonMinor, perFirmMinor }) => ({
          key: String(minFirms),
          cells: [
            <span key="firms" className={classes['count']}>
              {t('tiers.fromCount', { count: minFirms })}
            </span>,
            ...(hasCommon ? [money(commonMinor, { whole: true })] : []),
            ...(hasOwn ? [money(perFirmMinor, { whole: true })] : []),
          ],
        }))}
      />
      <DataTable
        caption={t('tiers.worked')}
        showCaption
        head={[t('tiers.firms'), { text: t('tiers.each'), numeric: true }, { text: t('rows.total'), numeric: true }]}
        rows={lines.map(({ firms, eachMinor, totalMinor }) => ({
          key: String(firms),
          here: firms === need.funding.firms,
          cells: [number(firms), money(eachMinor, { whole: true }), money(totalMinor, { whole: true })],
        }))}
      />
      <small>{t('tiers.alike')}</small>
    </Card>
  )
}
