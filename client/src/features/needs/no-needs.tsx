import { useState } from 'react'
import { UnstyledButton } from '@mantine/core'
import { IconBell, IconChevronRight, IconListSearch, IconMapPin, IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { listNeeds } from '@mutuo/shared/needs/need.endpoints.ts'
import { paths } from '../../platform/paths.ts'
import { useSession } from '../../platform/session.tsx'
import { useAnswer } from '../../platform/use-endpoint.ts'
import { Card } from '../../ui/card.tsx'
import { Seats } from '../../ui/shares-ring.tsx'
import { AlertDialog, alertFiltersOf, useMayAlert } from './alert-button.tsx'
import { reaches } from './filters.ts'
import classes from './needs.module.css'
import type { FilterControl } from './use-filters.ts'
import { useHomePlace, type Place } from './use-place.ts'

/** Nobody wants this around here yet: look further, post it, or see what there is. */
export const NoNeeds = ({ control, place }: { control: FilterControl; place: Place | null }) => {
  const { t } = useTranslation('needs')
  const { active } = useSession()
  const mayAlert = useMayAlert()
  const home = useHomePlace()
  const [isAlerting, setAlerting] = useState(false)
  const { filters, linkTo } = control
  const further = filters.near === undefined ? undefined : reaches.find((reach) => reach > (filters.km ?? 0))
  const { data: around } = useAnswer(listNeeds, { ...filters, km: further, limit: 1 }, { enabled: further !== undefined })
  const { data: all } = useAnswer(listNeeds, { limit: 1 })
  const found = around?.items[0]
  return (
    <Card plain className={classes['none']}>
      <Seats filled={0} seats={6} size={180} />
      <div className="stack">
        <div role="status" className="stack tight">
          <h2>{titleOf(t, control, place)}</h2>
          <p className="muted">{t(all?.total ? 'none.others' : 'none.nobody')}</p>
        </div>
        <ul className={classes['ways']}>
          {further !== undefined && (
            <Way
              to={linkTo({ km: further })}
              icon={<IconMapPin className="ico" aria-hidden="true" />}
              title={t('none.further', { km: further })}
              text={found ? t('none.found', { count: around?.total ?? 1, place: found.commune }) : t('none.maybe')}
            />
          )}
          {active?.kind !== 'freelancer' && (
            <Way
              to={paths.newNeed}
              icon={<IconPlus className="ico" aria-hidden="true" />}
              title={t('none.post')}
              text={t('none.postText')}
            />
          )}
          {mayAlert && (
            <li>
              <UnstyledButton className={classes['way']} onClick={() => setAlerting(true)}>
                <IconBell className="ico" aria-hidden="true" />
                <span>
                  <b>{t('needs-finding:alert.way')}</b>
                  <small>{t('needs-finding:alert.wayText')}</small>
                </span>
                <IconChevronRight className="ico" aria-hidden="true" />
              </UnstyledButton>
            </li>
          )}
          {Object.keys(filters).length > 0 && (
            <Way
              to={paths.needs}
              icon={<IconListSearch className="ico" aria-hidden="true" />}
              title={t('none.all')}
              text={t('none.allText', { count: all?.total ?? 0 })}
            />
          )}
        </ul>
      </div>
      {isAlerting && <AlertDialog filters={alertFiltersOf(filters)} place={place ?? home} onClose={() => setAlerting(false)} />}
    </Card>
  )
}

const Way = ({ to, icon, title, text }: { to: string; icon: ReactNode; title: string; text: string }) => (
  <li>
    <Link to={to}>
      {icon}
      <span>
        <b>{title}</b>
        <small>{text}</small>
      </span>
      <IconChevronRight className="ico" aria-hidden="true" />
    </Link>
  </li>
)

const titleOf = (t: TFunction<'needs'>, { filters }: FilterControl, place: Place | null) => {
  const what = filters.q ? t('none.what', { words: filters.q }) : t('none.any')
  return filters.near && filters.km
    ? t('none.titleAround', { what, km: filters.km, place: place?.name ?? filters.near })
    : t('none.title', { what })
}
