import type { ReactNode } from 'react'
import { IconFile } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { day } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import { When } from '../../ui/when.tsx'
import classes from './missions.module.css'

const names = { 'procès-verbal': 'record', bid: 'bid', charter: 'charter' } as const

/** What binds the parties, the contract first: how many have accepted it, and what is proposed to change in it. */
export const Documents = ({ mission }: { mission: MissionView }) => {
  const { t } = useTranslation('missions')
  if (mission.documents.length === 0 && !mission.contract) return null
  return (
    <Card tight aria-labelledby="documents">
      <CardHead as="h3" id="documents" title={t('documents.title')} />
      <ul className={classes['documents']}>
        <ContractLines mission={mission} />
        {mission.documents.map(({ kind, label, path, at }) => (
          <Line key={path} to={path} note={<When at={at} as="day" />}>
            {t(`documents.${names[kind]}`, { label })}
          </Line>
        ))}
      </ul>
    </Card>
  )
}

const ContractLines = ({ mission: { id, contract, amendment } }: { mission: MissionView }) => {
  const { t } = useTranslation('missions')
  if (!contract) return null
  const { version, accepted, parties } = contract
  return (
    <>
      <Line to={paths.contract(id)} note={t('documents.accepted', { count: accepted, total: parties })}>
        {version > 1 ? t('documents.contractVersion', { version }) : t('documents.contract')}
      </Line>
      <Line to={paths.amendments(id)} note={amendment?.expiresAt && t('documents.until', { on: day(amendment.expiresAt) })}>
        {amendment ? t('documents.amendment', { turn: amendment.turn }) : t('contract:card.amendments')}
      </Line>
    </>
  )
}

const Line = ({ to, note, children }: { to: string; note: ReactNode; children: ReactNode }) => (
  <li>
    <Link to={to}>
      <IconFile className="ico" aria-hidden="true" />
      <b>{children}</b>
      <small>{note}</small>
    </Link>
  </li>
)
