import { IconFile } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import { When } from '../../ui/when.tsx'
import classes from './missions.module.css'

const names = { 'procès-verbal': 'record', bid: 'bid', charter: 'charter' } as const

export const Documents = ({ mission }: { mission: MissionView }) => {
  const { t } = useTranslation('missions')
  if (mission.documents.length === 0) return null
  return (
    <Card tight aria-labelledby="documents">
      <CardHead as="h3" id="documents" title={t('documents.title')} />
      <ul className={classes['documents']}>
        {mission.documents.map(({ kind, label, path, at }) => (
          <li key={path}>
            <Link to={path}>
              <IconFile className="ico" aria-hidden="true" />
              <b>{t(`documents.${names[kind]}`, { label })}</b>
              <small>
                <When at={at} as="day" />
              </small>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
