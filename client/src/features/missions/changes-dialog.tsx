import { useState } from 'react'
import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { requestChanges } from '@mutuo/shared/missions/mission.endpoints.ts'
import { Confirm } from '../../ui/confirm.tsx'
import type { DialogProps } from './dialog-props.ts'
import classes from './missions.module.css'
import { useMissionAct } from './use-mission-act.ts'

const mostItems = 20

/** Corrections as a list, so that each can be seen to. */
export const ChangesDialog = ({ milestone, mission, isOpen, onClose }: DialogProps) => {
  const { t } = useTranslation('missions')
  const [items, setItems] = useState([''])
  const act = useMissionAct(requestChanges, t('changes.done'))
  const said = items.map((item) => item.trim()).filter(Boolean)
  const set = (index: number, text: string) => setItems(items.map((item, at) => (at === index ? text : item)))
  return (
    <Confirm
      isOpen={isOpen}
      onClose={onClose}
      title={t('changes.title', { title: milestone.title })}
      confirmLabel={t('changes.go')}
      disabled={said.length === 0}
      onConfirm={() => act.mutateAsync({ missionId: mission.id, milestoneId: milestone.id, version: milestone.version, items: said })}
    >
      <p>{t('changes.text', { name: mission.freelancer.name })}</p>
      {items.map((item, index) => (
        <div key={index} className={classes['item']}>
          <TextInput
            label={t('changes.item', { position: index + 1 })}
            maxLength={300}
            value={item}
            onChange={(event) => set(index, event.currentTarget.value)}
          />
          {items.length > 1 && (
            <ActionIcon
              variant="subtle"
              color="red"
              aria-label={t('changes.remove', { position: index + 1 })}
              onClick={() => setItems(items.filter((_, at) => at !== index))}
            >
              <IconTrash className="ico" aria-hidden="true" />
            </ActionIcon>
          )}
        </div>
      ))}
      {items.length < mostItems && (
        <div>
          <Button
            size="sm"
            variant="outline"
            leftSection={<IconPlus className="ico" aria-hidden="true" />}
            onClick={() => setItems([...items, ''])}
          >
            {t('changes.add')}
          </Button>
        </div>
      )}
    </Confirm>
  )
}
