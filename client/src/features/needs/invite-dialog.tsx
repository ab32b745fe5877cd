import { Button, Modal } from '@mantine/core'
import { IconShare } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { paths } from '../../platform/paths.ts'
import { CopyField } from '../../ui/copy-field.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import classes from './need.module.css'

export const addressOf = (needId: string) => new URL(paths.need(needId), window.location.origin).href

/** Hands the need to a neighbour: by the phone's own way of sharing, by its address, or by a code to scan. */
export const InviteDialog = ({ need, onClose }: { need: NeedView; onClose: () => void }) => {
  const { t } = useTranslation('needs')
  const url = addressOf(need.id)
  const canShare = typeof navigator.share === 'function'
  const share = () => {
    // Closing the phone's own window without sharing is not a failure.
    navigator.share({ title: need.content.title, text: t('invite.text'), url }).catch(() => undefined)
  }
  return (
    <Modal opened onClose={onClose} title={t('invite.title')} closeButtonProps={{ 'aria-label': t('common:actions.close') }}>
      <div className="stack">
        <p>{t(need.content.rules.visibility === 'public' ? 'invite.leadPublic' : 'invite.leadGroup', { group: need.group.name })}</p>
        {canShare && (
          <Button leftSection={<IconShare className="ico" aria-hidden="true" />} onClick={share}>
            {t('invite.share')}
          </Button>
        )}
        <CopyField label={t('invite.link')} value={url} />
        <div className={classes['code']}>
          <QrCode value={url} label={t('invite.code')} size={180} />
        </div>
      </div>
    </Modal>
  )
}
