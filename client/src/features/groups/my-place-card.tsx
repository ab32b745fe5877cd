import { useState } from 'react'
import { Button, Checkbox, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { getGroup, leaveGroup, listMyGroups, requestMembership } from '@mutuo/shared/groups/group.endpoints.ts'
import type { GroupView } from '@mutuo/shared/groups/group.schema.ts'
import { newId } from '../../platform/new-id.ts'
import { paths } from '../../platform/paths.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { abilityFor, AbilityButton } from '../../ui/ability-button.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { toastDone } from '../../ui/toast.ts'

/** The firm's place in the group: member, waiting, or free to ask. */
export const MyPlaceCard = ({ group }: { group: GroupView }) => {
  const { t } = useTranslation('groups')
  const [dialog, setDialog] = useState<'request' | 'leave'>()
  const state = group.myMembership?.state
  const leave = abilityFor(group.abilities, 'leave')
  return (
    <Card tight aria-labelledby="place">
      <CardHead id="place" title={t('place.title')} />
      <p>{state ? t(`place.${state}`) : t('place.none')}</p>
      <AbilityButton ability={abilityFor(group.abilities, 'requestMembership')} onClick={() => setDialog('request')}>
        {t('place.request')}
      </AbilityButton>
      {leave?.allowed && (
        <Button variant="subtle" onClick={() => setDialog('leave')}>
          {t('place.leave')}
        </Button>
      )}
      {leave && !leave.allowed && (
        <AbilityButton ability={leave} variant="subtle" onClick={() => setDialog('leave')}>
          {t('place.leave')}
        </AbilityButton>
      )}
      <Link className="link" to={`${paths.groups}?tous=1`}>
        {t('place.others')}
      </Link>
      {dialog === 'request' && <AskToJoin group={group} onClose={() => setDialog(undefined)} />}
      {dialog === 'leave' && <Leave group={group} onClose={() => setDialog(undefined)} />}
    </Card>
  )
}

const AskToJoin = ({ group, onClose }: { group: GroupView; onClose: () => void }) => {
  const { t } = useTranslation('groups')
  const [id] = useState(newId)
  const [note, setNote] = useState('')
  const [signs, setSigns] = useState(false)
  const act = useAct(requestMembership, { invalidates: [keyOf(getGroup), keyOf(listMyGroups)], onDone: () => toastDone(t('place.asked')) })
  return (
    <Confirm
      isOpen
      onClose={onClose}
      title={t('place.requestTitle', { group: group.name })}
      confirmLabel={t('place.request')}
      disabled={!signs}
      onConfirm={() => act.mutateAsync({ id, groupId: group.id, note, signsCharter: true })}
    >
      <Textarea
        label={t('place.note')}
        description={t('place.noteHint')}
        maxLength={300}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Checkbox label={t('place.signs')} checked={signs} onChange={(event) => setSigns(event.currentTarget.checked)} />
    </Confirm>
  )
}

const Leave = ({ group, onClose }: { group: GroupView; onClose: () => void }) => {
  const { t } = useTranslation('groups')
  const navigate = useNavigate()
  const act = useAct(leaveGroup, { invalidates: [keyOf(listMyGroups), keyOf(getGroup)], onDone: () => navigate(paths.needs) })
  return (
    <Confirm
      isOpen
      danger
      onClose={onClose}
      title={t('place.leaveTitle', { group: group.name })}
      confirmLabel={t('place.leave')}
      onConfirm={() => act.mutateAsync({ groupId: group.id })}
    >
      <p>{t('place.leaveText')}</p>
    </Confirm>
  )
}
