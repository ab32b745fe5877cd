import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BidContent } from '@mutuo/shared/bids/bid.schema.ts'
import type { TierDraft } from './bid-draft.ts'
import { TierRow } from './tier-row.tsx'

type Props = {
  content: BidContent
  tiers: TierDraft[] | null
  errorOf: (field: string) => string | undefined
  onChange: (tiers: TierDraft[] | null) => void
}

/** Prices stay as they are until somebody asks to change them. */
export const TermPrices = ({ content, tiers, errorOf, onChange }: Props) => {
  const { t } = useTranslation('negotiation')
  if (!tiers)
    return (
      <div>
        <Button variant="outline" size="sm" onClick={() => onChange(content.tiers.map((tier) => ({ ...tier })))}>
          {t('form.prices')}
        </Button>
      </div>
    )
  return (
    <div className="stack tight">
      {tiers.map((tier, index) => (
        <TierRow
          key={index}
          index={index}
          tier={tier}
          hasCommon={content.commonLots.length > 0}
          hasOwn={content.ownLots.length > 0}
          isAlone={tiers.length === 1}
          errorOf={errorOf}
          onChange={(part) => onChange(tiers.map((each, at) => (at === index ? { ...each, ...part } : each)))}
          onRemove={() => onChange(tiers.filter((_, at) => at !== index))}
        />
      ))}
      <div>
        <Button variant="subtle" size="sm" onClick={() => onChange(null)}>
          {t('form.keepPrices')}
        </Button>
      </div>
    </div>
  )
}
