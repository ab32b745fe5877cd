import { useEffect, useState } from 'react'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useConnection } from '../platform/socket.ts'
import { time } from '../platform/format.ts'
import { Callout } from '../ui/callout.tsx'
import classes from './shell.module.css'

const patienceMs = 3000

/** Says that the page is no longer live, once that has lasted a moment, and that nothing is lost. */
export const ConnectionBanner = () => {
  const { t } = useTranslation()
  const { state, since } = useConnection()
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    if (state !== 'lost') return undefined
    const timer = setTimeout(() => setLong(true), patienceMs)
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [state])
  if (!isLong) return null
  return (
    <div className={classes['banner']}>
      <Callout tone="ocre" live icon={<IconPlugConnectedX />}>
        <strong>{t('connection.lost', { at: time(new Date(since)) })}</strong> {t('connection.kept')}
      </Callout>
    </div>
  )
}
