import { IconStar, IconStarFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './reviews.module.css'

const five = [1, 2, 3, 4, 5]

/** A mark as it was given, in stars and in words. */
export const Stars = ({ value }: { value: number }) => {
  const { t } = useTranslation('reviews')
  return (
    <span className={classes['stars']} role="img" aria-label={t('stars.of', { value })}>
      {five.map((star) => (star <= value ? <IconStarFilled key={star} aria-hidden="true" /> : <IconStar key={star} aria-hidden="true" />))}
    </span>
  )
}
