import { Menu, UnstyledButton } from '@mantine/core'
import { IconAt } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { RoomView } from '@mutuo/shared/chat/room.schema.ts'
import { useSession } from '../../platform/session.tsx'
import { FirmMark } from '../../ui/firm-mark.tsx'
import classes from './composer.module.css'

/** Names a reader of the room in the message: that organisation's people are told. */
export const CiteMenu = ({ room, onCite }: { room: RoomView; onCite: (name: string) => void }) => {
  const { t } = useTranslation('chat')
  const { active } = useSession()
  return (
    <Menu position="top-start" shadow="md" radius="md" returnFocus={false}>
      <Menu.Target>
        <UnstyledButton className={classes['tool']} aria-label={t('composer.cite')}>
          <IconAt className="ico" aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('composer.citeLabel')}</Menu.Label>
        {room.readers
          .filter(({ id }) => id !== active?.id)
          .map((reader) => (
            <Menu.Item key={reader.id} leftSection={<FirmMark of={reader} size="sm" />} onClick={() => onCite(reader.name)}>
              {reader.name}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  )
}
