import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { AssociationDesk } from '@mutuo/shared/administration/desk.schema.ts'
import { Card } from '../../../ui/card.tsx'
import { When } from '../../../ui/when.tsx'
import classes from './desk.module.css'

/** Deadlines that bind to the hour; the others are days. */
const toTheHour = ['gathering', 'bidding', 'negotiation', 'vote', 'tacit']

export const DeadlinesCard = ({ deadlines }: { deadlines: AssociationDesk['deadlines'] }) => {
  const { t } = useTranslation('administration-desk')
  return (
    <Card aria-labelledby="echeances">
      <h2 id="echeances">{t('deadlines.title')}</h2>
      {deadlines.length === 0 ? (
        <p className="muted">{t('deadlines.none')}</p>
      ) : (
        <ul className={classes['dates']}>
          {deadlines.map(({ at, kind, groupName, title, path }) => (
            <li key={`${kind} ${path} ${at} ${title}`}>
              <b>
                <When at={at} as={toTheHour.includes(kind) ? 'dayTime' : 'day'} weekday />
              </b>
              <span>
                {groupName && t('deadlines.group', { group: groupName })} {t(`deadlines.${kind}`)} <Link to={path}>{title}</Link>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
