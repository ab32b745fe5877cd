import { useTranslation } from 'react-i18next'
import { capitalised } from '../../platform/format.ts'
import { CardLine } from '../../ui/card-line.tsx'
import { Chip } from '../../ui/chip.tsx'

type Props = { card: { brand: string; last4: string; expires: string; isExpiringSoon?: boolean } }

/** The card as its owner knows it: its make, its last figures, its end. */
export const SavedCard = ({ card: { brand, last4, expires, isExpiringSoon } }: Props) => {
  const { t } = useTranslation('pledges')
  const [year, month] = expires.split('-')
  return (
    <CardLine title={t('card.name', { brand: capitalised(brand), last4 })} note={t('card.expires', { month, year })}>
      {isExpiringSoon && <Chip tone="ocre">{t('card.soon')}</Chip>}
    </CardLine>
  )
}
