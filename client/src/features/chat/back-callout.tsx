import { useEffect } from 'react'
import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Callout } from '../../ui/callout.tsx'
import classes from './room.module.css'

const shownMs = 20_000

/** The connection is back, with what came meanwhile. */
export const BackCallout = ({ count, onSee, onClose }: { count: number; onSee: () => void; onClose: () => void }) => {
  const { t } = useTranslation('chat')
  useEffect(() => {
    const timer = setTimeout(onClose, shownMs)
    return () => clearTimeout(timer)
  }, [count, onClose])
  const see = () => {
    onSee()
    onClose()
  }
  return (
    <div className={classes['backAgain']}>
      <Callout
        tone="ok"
        live
        icon={<IconCheck />}
        actions={
          <Button size="sm" variant="outline" onClick={see}>
            {t('back.see')}
          </Button>
        }
      >
        <b>{t('back.title')}</b> {t('back.missed', { count })}
      </Callout>
    </div>
  )
}
