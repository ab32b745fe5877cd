import { Rating } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './reviews.module.css'

type Props = { criterion: string; value: number; onChange: (value: number) => void; error?: string | undefined }

/** One to five stars for one thing, by tap or by the arrow keys, said in words as well. */
export const MarkField = ({ criterion, value, onChange, error }: Props) => {
  const { t } = useTranslation('reviews')
  return (
    <fieldset
      id={criterion}
      className={classes['criterion']}
      data-main={criterion === 'overall' || undefined}
      tabIndex={-1}
      aria-describedby={error ? `${criterion}-fault` : undefined}
    >
      <legend>{t(`criteria.${criterion}.name`)}</legend>
      <small>{t(`criteria.${criterion}.hint`)}</small>
      <div className={classes['given']}>
        <Rating
          className={classes['rating']!}
          name={`mark-${criterion}`}
          size={34}
          color="var(--ocre-8)"
          value={value}
          onChange={onChange}
          getSymbolLabel={(stars) => `${t(`criteria.${criterion}.name`)} : ${t('stars.count', { count: stars })}`}
        />
        <span aria-hidden="true">{value > 0 ? t(`stars.words.${value}`) : ''}</span>
      </div>
      {error && (
        <small id={`${criterion}-fault`} className={classes['fault']}>
          {error}
        </small>
      )}
    </fieldset>
  )
}
