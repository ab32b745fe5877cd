import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { NeedCard } from '@mutuo/shared/needs/need.schema.ts'
import { paths } from '../../platform/paths.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import { NeedLine } from './need-line.tsx'
import classes from './sme-home.module.css'

/** Before an offer is chosen; afterwards it is a mission. */
const live = ['draft', 'review', 'gathering', 'bidding', 'negotiating', 'voting']

export const NeedsCard = ({ needs }: { needs: readonly NeedCard[] }) => {
  const { t } = useTranslation('sme-home')
  const own = needs.filter(({ state }) => live.includes(state))
  return (
    <Card aria-labelledby="besoins">
      <CardHead id="besoins" title={t('needs.title')}>
        <Link className="link" to={paths.needs}>
          {t('needs.all')} <IconArrowRight className="ico sm" aria-hidden="true" />
        </Link>
      </CardHead>
      {own.length === 0 ? (
        <>
          <p className="muted">{t('needs.none')}</p>
          <div className="row">
            <Button component={Link} to={paths.needs}>
              {t('needs.find')}
            </Button>
            <Button component={Link} to={paths.newNeed} variant="outline">
              {t('needs.post')}
            </Button>
          </div>
        </>
      ) : (
        <ul className={classes['lines']}>
          {own.map((need) => (
            <li key={need.id}>
              <NeedLine need={need} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
