import { useTranslation } from 'react-i18next'
import type { BidView } from '@mutuo/shared/bids/bid.schema.ts'
import { spelled } from '../../platform/spelled.ts'

/** Why a number of firms has no price. */
export const StepsNote = ({ mine }: { mine: NonNullable<BidView['mine']> }) => {
  const { t } = useTranslation('bids')
  const impossible = mine.prices.find((price) => price.shareMinor === null)
  return impossible ? <small>{t('steps.note', { count: impossible.firms, firms: spelled(impossible.firms) })}</small> : null
}
