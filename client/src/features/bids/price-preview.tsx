import { useTranslation } from 'react-i18next'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { money, percent } from '../../platform/format.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { contentOf, type BidDraft } from './bid-draft.ts'
import { countsOf, priceLines } from './price-table.ts'

type Props = { need: NeedView; draft: BidDraft; platformFeeBp: number }

/** What the bid means, while it is typed: with so many firms, what each pays and what the freelancer receives. */
export const PricePreview = ({ need, draft, platformFeeBp }: Props) => {
  const { t } = useTranslation('bids')
  const commissionBp = need.group.rules.commissionBp
  const content = contentOf({ ...draft, tiers: draft.tiers.filter((tier) => tier.minFirms !== null) }, need)
  const isEmpty = content.tiers.every((tier) => tier.commonMinor === 0 && tier.perFirmMinor === 0)
  const lines = isEmpty
    ? []
    : priceLines(content, need.content.lots, countsOf(need, content.tiers), { platformBp: platformFeeBp, commissionBp })
  const target = lines.find((line) => line.firms === Math.max(need.funding.firms, need.content.minFirms)) ?? lines[0]
  return (
    <Card aria-live="polite">
      <CardHead as="h3" title={t('preview.title')} />
      {!target && <p className="muted">{t('preview.empty')}</p>}
      {target && (
        <>
          <p>
            <strong>{t('preview.sentence', { count: target.firms, each: target.eachMinor, received: target.receivedMinor })}</strong>
          </p>
          <DataTable
            caption={t('preview.title')}
            head={[t('tiers.firms'), { text: t('preview.each'), numeric: true }, { text: t('preview.received'), numeric: true }]}
            rows={lines.map(({ firms, eachMinor, receivedMinor }) => ({
              key: String(firms),
              here: firms === need.funding.firms,
              cells: [String(firms), money(eachMinor, { whole: true }), money(receivedMinor, { whole: true })],
            }))}
          />
          <small>
            {t('preview.fees', { platform: percent(platformFeeBp / 10_000, 2), commission: percent(commissionBp / 10_000, 2) })}
          </small>
        </>
      )}
    </Card>
  )
}
