import { useState } from 'react'
import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { nameDelegates } from '@mutuo/shared/missions/mission.endpoints.ts'
import { mostDelegates, type MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { useMissionAct } from './use-mission-act.ts'

type Props = { mission: MissionView; named: NonNullable<MissionView['delegates']>; onClose: () => void }

/** The firms that accept the next deliveries for all. */
export const DelegatesDialog = ({ mission, named, onClose }: Props) => {
  const { t } = useTranslation('missions')
  const [firmIds, setFirmIds] = useState(named.map(({ id }) => id))
  const act = useMissionAct(nameDelegates, t('delegates.done'))
  const isFull = firmIds.length >= mostDelegates
  return (
    <Confirm
      isOpen
      onClose={onClose}
      title={t('delegates.dialog')}
      confirmLabel={t('delegates.go')}
      disabled={firmIds.length === 0}
      onConfirm={() => act.mutateAsync({ missionId: mission.id, version: mission.version, firmIds })}
    >
      <p>{t('delegates.dialogText')}</p>
      <Checkbox.Group
        label={t('delegates.firms')}
        description={t('delegates.firmsHint', { count: mostDelegates })}
        value={firmIds}
        onChange={setFirmIds}
      >
        <div className="stack tight">
          {mission.firms.map(({ id, name }) => (
            <Checkbox key={id} value={id} label={name} disabled={isFull && !firmIds.includes(id)} />
          ))}
        </div>
      </Checkbox.Group>
    </Confirm>
  )
}
