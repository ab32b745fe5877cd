import { useState } from 'react'
import { Menu, UnstyledButton } from '@mantine/core'
import { IconCornerUpLeft, IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { deleteMessage } from '@mutuo/shared/chat/chat.endpoints.ts'
import type { MessageView } from '@mutuo/shared/chat/message.schema.ts'
import { useAct } from '../../platform/use-endpoint.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { useNow } from '../../ui/when.tsx'
import classes from './message.module.css'

/** The server's own limit: one mends one's words for a quarter of an hour. */
const mendableMs = 15 * 60_000

type Props = { message: MessageView; isMine: boolean; onAnswer: () => void; onEdit: () => void; onDone: (message: MessageView) => void }

export const MessageMenu = ({ message, isMine, onAnswer, onEdit, onDone }: Props) => {
  const { t } = useTranslation('chat')
  const [isDeleting, setDeleting] = useState(false)
  const act = useAct(deleteMessage, { onDone })
  const now = useNow(isMine)
  const isMendable = isMine && now.getTime() - new Date(message.at).getTime() < mendableMs
  const { id: messageId, roomId } = message
  return (
    <>
      <Menu position="bottom-end" shadow="md" radius="md">
        <Menu.Target>
          <UnstyledButton className={classes['more']} aria-label={t('message.actions', { name: message.author?.name })}>
            <IconDots className="ico" aria-hidden="true" />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCornerUpLeft className="ico" />} onClick={onAnswer}>
            {t('message.answer')}
          </Menu.Item>
          {isMendable && (
            <>
              <Menu.Item leftSection={<IconPencil className="ico" />} onClick={onEdit}>
                {t('common:actions.edit')}
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash className="ico" />} onClick={() => setDeleting(true)}>
                {t('message.delete')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <Confirm
        isOpen={isDeleting}
        onClose={() => setDeleting(false)}
        title={t('message.deleteTitle')}
        confirmLabel={t('message.delete')}
        danger
        onConfirm={() => act.mutateAsync({ roomId, messageId })}
      >
        <p>{t('message.deleteText')}</p>
      </Confirm>
    </>
  )
}
