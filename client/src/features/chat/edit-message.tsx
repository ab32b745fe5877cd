import { useState } from 'react'
import { Button, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { editMessage } from '@mutuo/shared/chat/chat.endpoints.ts'
import type { MessageView } from '@mutuo/shared/chat/message.schema.ts'
import { problemText } from '../../platform/problem-text.ts'
import { useAct } from '../../platform/use-endpoint.ts'
import classes from './message.module.css'

type Props = { message: MessageView; onClose: () => void; onDone: (message: MessageView) => void }

export const EditMessage = ({ message, onClose, onDone }: Props) => {
  const { t } = useTranslation('chat')
  const [text, setText] = useState(message.text)
  const act = useAct(editMessage, {
    onDone: (changed) => {
      onDone(changed)
      onClose()
    },
  })
  const save = (event: React.FormEvent) => {
    event.preventDefault()
    if (text.trim() === message.text.trim() || text.trim() === '') return onClose()
    act.mutate({ roomId: message.roomId, messageId: message.id, text: text.trim() })
  }
  return (
    <form className={classes['edit']} onSubmit={save}>
      <Textarea
        aria-label={t('message.editLabel')}
        autosize
        minRows={1}
        maxRows={8}
        maxLength={4000}
        data-autofocus
        autoFocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
        error={act.isError ? problemText(act.error) : undefined}
      />
      <div className="row">
        <Button type="submit" size="sm" loading={act.isPending}>
          {t('common:actions.save')}
        </Button>
        <Button size="sm" variant="subtle" onClick={onClose}>
          {t('common:actions.cancel')}
        </Button>
      </div>
    </form>
  )
}
