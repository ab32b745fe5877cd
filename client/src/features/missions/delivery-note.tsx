import { IconExternalLink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MilestoneView } from '@mutuo/shared/missions/mission.schema.ts'
import classes from './missions.module.css'

type Props = { delivery: NonNullable<MilestoneView['delivery']>; isOpen: boolean }

/** What the freelancer wrote and linked when it delivered; folded once it has been answered. */
export const DeliveryNote = ({ delivery, isOpen }: Props) => {
  const { t } = useTranslation('missions')
  if (!delivery.note && delivery.links.length === 0) return null
  return (
    <details className={classes['delivery']} open={isOpen}>
      <summary>{t('delivery.title')}</summary>
      {delivery.note && <p className={classes['note']}>{delivery.note}</p>}
      <ul>
        {delivery.links.map(({ label, url }) => (
          <li key={`${label}${url}`}>
            <a className="link" href={url} target="_blank" rel="noreferrer">
              {label}
              <IconExternalLink className="ico sm" aria-hidden="true" />
              <span className="sr"> {t('delivery.newTab')}</span>
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
