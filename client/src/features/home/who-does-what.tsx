import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { NeedCard } from '@mutuo/shared/needs/need.schema.ts'
import { paths } from '../../platform/paths.ts'
import { Card } from '../../ui/card.tsx'
import classes from './home.module.css'

/** The groups that gather now, each once, with their number of open needs. */
const groupsOf = (cards: readonly NeedCard[]) => {
  const groups = new Map<string, { id: string; name: string; place: string; needs: number }>()
  for (const { group, commune } of cards) {
    const known = groups.get(group.id)
    if (known) known.needs += 1
    else groups.set(group.id, { ...group, place: commune, needs: 1 })
  }
  return [...groups.values()].slice(0, 4)
}

export const WhoDoesWhat = ({ cards }: { cards: readonly NeedCard[] }) => {
  const { t } = useTranslation('home')
  const groups = groupsOf(cards)
  return (
    <section className={classes['band']} aria-labelledby="qui">
      <h2 id="qui">{t('who.title')}</h2>
      <Card plain className={classes['roles']}>
        <ul className="stack">
          {['association', 'stripe', 'mutuo'].map((key) => (
            <li key={key}>
              <h3>{t(`who.${key}.title`)}</h3>
              <p>{t(`who.${key}.text`)}</p>
            </li>
          ))}
        </ul>
        <div>
          <h3>{t('who.groups')}</h3>
          {groups.length > 0 ? (
            <ul className={classes['groups']}>
              {groups.map(({ id, name, place, needs }) => (
                <li key={id}>
                  <Link to={`${paths.needs}?groupId=${id}`}>{name}</Link>
                  <span>{t('who.needs', { count: needs })}</span>
                  <small>{place}</small>
                </li>
              ))}
            </ul>
          ) : (
            <p>{t('who.noGroup')}</p>
          )}
          <Link className="link" to={paths.groups}>
            {t('who.find')} <IconArrowRight className="ico" aria-hidden="true" />
          </Link>
        </div>
      </Card>
    </section>
  )
}
