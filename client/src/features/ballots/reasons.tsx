import { useTranslation } from 'react-i18next'
import { Card, CardHead } from '../../ui/card.tsx'
import classes from './ballots.module.css'

/** What voters wrote, without their names. */
export const Reasons = ({ reasons }: { reasons: readonly string[] }) => {
  const { t } = useTranslation('ballots')
  return (
    <Card>
      <CardHead as="h3" title={t('reasons.title')} hint={t('reasons.hint')} />
      <ul className={classes['quotes']}>
        {reasons.map((reason, index) => (
          <li key={index}>{t('reasons.quote', { reason })}</li>
        ))}
      </ul>
    </Card>
  )
}
