import { useState } from 'react'
import { Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { settleContestation } from '@mutuo/shared/missions/mission.endpoints.ts'
import type { OrganisationMark } from '@mutuo/shared/organisations/organisation.schema.ts'
import { Confirm } from '../../ui/confirm.tsx'
import type { DialogProps } from './dialog-props.ts'
import { useMissionAct } from './use-mission-act.ts'

/** The contestation is lifted: that part is then accepted. */
export const SettleDialog = ({
  firm,
  milestone,
  mission,
  isMine,
  isOpen,
  onClose,
}: DialogProps & { firm: OrganisationMark; isMine: boolean }) => {
  const { t } = useTranslation('missions')
  const [note, setNote] = useState('')
  const act = useMissionAct(settleContestation, t('settle.done'))
  return (
    <Confirm
      isOpen={isOpen}
      onClose={onClose}
      title={isMine ? t('settle.titleMine') : t('settle.title', { name: firm.name })}
      confirmLabel={t(isMine ? 'contested.lift' : 'settle.go')}
      disabled={note.trim() === ''}
      onConfirm={() => act.mutateAsync({ missionId: mission.id, milestoneId: milestone.id, firmId: firm.id, note: note.trim() })}
    >
      <p>{t('settle.text', { name: mission.freelancer.name })}</p>
      <Textarea
        label={t(isMine ? 'settle.noteMine' : 'settle.note')}
        maxLength={1000}
        autosize
        minRows={3}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Confirm>
  )
}
