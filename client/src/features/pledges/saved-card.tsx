import { IconCreditCard } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Chip } from '../../ui/chip.tsx'
import classes from './pledges.module.css'

type Props = { card: { brand: string; last4: string; expires: string; isExpiringSoon?: boolean } }

/** The card as its owner knows it: its make, its last figures, its end. */
export const SavedCard = ({ card: { brand, last4, expires, isExpiringSoon } }: Props) => {
  const { t } = useTranslation('pledges')
  const [year, month] = expires.split('-')
  return (
    <div className={classes['cardLine']}>
      <IconCreditCard width={36} height={36} aria-hidden="true" />
      <p>
        <b>{t('card.name', { brand: brand.charAt(0).toUpperCase() + brand.slice(1), last4 })}</b>
        <br />
        <small>{t('card.expires', { month, year })}</small>
      </p>
      {isExpiringSoon && <Chip tone="ocre">{t('card.soon')}</Chip>}
    </div>
  )
}
