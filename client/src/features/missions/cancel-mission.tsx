import { useState } from 'react'
import { Button, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { cancelMission } from '@mutuo/shared/missions/mission.endpoints.ts'
import type { MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { abilityFor } from '../../ui/ability-button.tsx'
import { Card } from '../../ui/card.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { useMissionAct } from './use-mission-act.ts'

/** The association ends a mission: each firm gets back its own part that was not released. */
export const CancelMission = ({ mission }: { mission: MissionView }) => {
  const { t } = useTranslation('missions')
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const act = useMissionAct(cancelMission, t('cancel.done'))
  if (!abilityFor(mission.abilities, 'cancel')?.allowed) return null
  return (
    <Card flat tight aria-labelledby="cancel">
      <h3 id="cancel">{t('cancel.title')}</h3>
      <p>{t('cancel.text')}</p>
      <Button variant="outline" color="red" onClick={() => setOpen(true)}>
        {t('cancel.go')}
      </Button>
      <Confirm
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t('cancel.confirmTitle')}
        confirmLabel={t('cancel.go')}
        danger
        disabled={reason.trim() === ''}
        onConfirm={() => act.mutateAsync({ missionId: mission.id, version: mission.version, reason: reason.trim() })}
      >
        <p>{t('cancel.confirmText')}</p>
        <Textarea
          label={t('cancel.reason')}
          maxLength={1000}
          autosize
          minRows={3}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Confirm>
    </Card>
  )
}
