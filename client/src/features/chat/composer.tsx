import { useRef } from 'react'
import { Button, Textarea } from '@mantine/core'
import { IconCornerUpLeft, IconSend, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MessageView } from '@mutuo/shared/chat/message.schema.ts'
import type { RoomView } from '@mutuo/shared/chat/room.schema.ts'
import { sentenceOf } from '../../platform/problem-text.ts'
import { Callout } from '../../ui/callout.tsx'
import { AudienceRing } from './audience-ring.tsx'
import { CiteMenu } from './cite-menu.tsx'
import { useAddressees } from './room-names.ts'
import { useTellTyping } from './use-typing.ts'
import classes from './composer.module.css'

const longest = 4000

type Props = {
  room: RoomView
  draft: { value: string; setValue: (text: string) => void }
  answering: MessageView | undefined
  onStopAnswering: () => void
  onSend: (text: string) => void
}

/** Where one writes, with whom one writes to in sight; kept on this device until it leaves. */
export const Composer = ({ room, draft, answering, onStopAnswering, onSend }: Props) => {
  const { t } = useTranslation('chat')
  const field = useRef<HTMLTextAreaElement>(null)
  const tellTyping = useTellTyping(room.id)
  const label = t('composer.to', { who: useAddressees(room) })
  if (!room.canWrite)
    return (
      <div className={classes['composer']}>
        <Callout tone="plain">{sentenceOf(room.cannotWriteBecause ?? 'ROOM_READ_ONLY')}</Callout>
      </div>
    )
  const send = () => {
    const text = draft.value.trim()
    if (!text) return field.current?.focus()
    onSend(text)
    draft.setValue('')
    field.current?.focus()
    return undefined
  }
  const cite = (name: string) => {
    const end = field.current?.selectionStart ?? draft.value.length
    draft.setValue(`${draft.value.slice(0, end)}@${name} ${draft.value.slice(end)}`)
    field.current?.focus()
  }
  return (
    <form
      className={classes['composer']}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <label htmlFor="ecrire">
        <AudienceRing room={room} size={24} />
        {label}
      </label>
      {answering && (
        <p className={classes['answering']}>
          <IconCornerUpLeft className="ico sm" aria-hidden="true" />
          <span>{t('composer.answering', { name: answering.author?.name, text: answering.text })}</span>
          <button type="button" onClick={onStopAnswering} aria-label={t('composer.stopAnswering')}>
            <IconX className="ico sm" aria-hidden="true" />
          </button>
        </p>
      )}
      <Textarea
        className={classes['write']}
        id="ecrire"
        ref={field}
        autosize
        minRows={1}
        maxRows={7}
        maxLength={longest}
        value={draft.value}
        onChange={(event) => {
          draft.setValue(event.currentTarget.value)
          if (event.currentTarget.value) tellTyping()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            send()
          }
        }}
      />
      <CiteMenu room={room} onCite={cite} />
      <small className={classes['kept']}>{draft.value && t('composer.kept')}</small>
      <small className={`wide-only ${classes['keys']}`}>
        <kbd>Ctrl</kbd> <kbd>{t('composer.enter')}</kbd> {t('composer.sends')}
      </small>
      <Button className={classes['send']} type="submit">
        <IconSend className="ico" aria-hidden="true" />
        <span>{t('composer.send')}</span>
      </Button>
    </form>
  )
}
