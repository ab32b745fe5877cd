import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { NeedCard as Card } from '@mutuo/shared/needs/need.schema.ts'
import { SharesCards } from '../../ui/shares-card.tsx'
import type { NeedSort } from './filters.ts'
import { NeedCard } from './need-card.tsx'
import classes from './needs.module.css'

type Props = { name: NeedSort; cards: readonly Card[]; total: number; to: string; explainsMark: boolean }

/** A few needs with one thing in common, and the way to the whole list in that order. */
export const Shelf = ({ name, cards, total, to, explainsMark }: Props) => {
  const { t } = useTranslation('needs')
  return (
    <section className={classes['shelf']} aria-labelledby={`rayon-${name}`}>
      <header>
        <h2 id={`rayon-${name}`}>{t(`shelf.${name}`)}</h2>
        <Link className="link" to={to}>
          {t('shelf.all', { count: total })}
          <span className="sr"> {t(`shelf.${name}`)}</span> <IconArrowRight className="ico" aria-hidden="true" />
        </Link>
        {explainsMark && (
          <p className="muted">
            <i className={classes['dash']} aria-hidden="true" /> {t('shelf.mark')}
          </p>
        )}
      </header>
      <SharesCards>
        {cards.map((card) => (
          <li key={card.id}>
            <NeedCard card={card} />
          </li>
        ))}
      </SharesCards>
    </section>
  )
}
