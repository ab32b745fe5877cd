import { useState } from 'react'
import { Button, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { freezeGroup, getGroup, unfreezeGroup } from '@mutuo/shared/groups/group.endpoints.ts'
import type { GroupView } from '@mutuo/shared/groups/group.schema.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { abilityFor } from '../../ui/ability-button.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Ticks } from '../../ui/ticks.tsx'

/** In case of fraud, a grave dispute or a judgment: everything stops, nothing is lost. */
export const FreezeCard = ({ group }: { group: GroupView }) => {
  const { t } = useTranslation('groups')
  const [isAsking, setAsking] = useState(false)
  const move = group.state === 'frozen' ? ('unfreeze' as const) : ('freeze' as const)
  if (!abilityFor(group.abilities, move)?.allowed) return null
  return (
    <Card tight flat aria-labelledby="geler">
      <CardHead id="geler" title={t(`freeze.${move}Title`)} />
      <p>{t('freeze.why')}</p>
      <h3>{t('freeze.stops')}</h3>
      <Ticks no items={[t('freeze.stop1'), t('freeze.stop2'), t('freeze.stop3')]} />
      <h3>{t('freeze.continues')}</h3>
      <Ticks items={[t('freeze.continue1'), t('freeze.continue2'), t('freeze.continue3')]} />
      <Button variant="outline" color={move === 'freeze' ? 'red' : 'canard'} onClick={() => setAsking(true)}>
        {t(`freeze.${move}`)}
      </Button>
      {isAsking && <Ask group={group} move={move} onClose={() => setAsking(false)} />}
    </Card>
  )
}

const Ask = ({ group, move, onClose }: { group: GroupView; move: 'freeze' | 'unfreeze'; onClose: () => void }) => {
  const { t } = useTranslation('groups')
  const [reason, setReason] = useState('')
  const act = useAct(move === 'freeze' ? freezeGroup : unfreezeGroup, { invalidates: [keyOf(getGroup)] })
  const words = reason.replace(/\s+/g, ' ').trim()
  return (
    <Confirm
      isOpen
      danger={move === 'freeze'}
      onClose={onClose}
      title={t(`freeze.${move}Ask`, { group: group.name })}
      confirmLabel={t(`freeze.${move}`)}
      disabled={words === ''}
      onConfirm={() => act.mutateAsync({ groupId: group.id, reason: words })}
    >
      <p>{t('freeze.told')}</p>
      <Textarea label={t('freeze.reason')} maxLength={500} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
    </Confirm>
  )
}
