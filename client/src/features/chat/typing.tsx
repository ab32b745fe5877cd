import { useTranslation } from 'react-i18next'
import { list } from '../../platform/format.ts'
import { useWhoTypes } from './use-typing.ts'
import classes from './message.module.css'

/** Who is writing: seen, not read out. */
export const Typing = ({ roomId }: { roomId: string }) => {
  const { t } = useTranslation('chat')
  const names = useWhoTypes(roomId)
  return (
    <p className={classes['typing']} aria-hidden="true">
      {names.length > 0 && t('log.typing', { count: names.length, names: list(names) })}
    </p>
  )
}
