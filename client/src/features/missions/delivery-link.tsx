import { ActionIcon, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './missions.module.css'

export type LinkDraft = { label: string; url: string }
type Props = { position: number; link: LinkDraft; onChange: (link: LinkDraft) => void; onRemove: () => void }

export const DeliveryLink = ({ position, link, onChange, onRemove }: Props) => {
  const { t } = useTranslation('missions')
  return (
    <div className={classes['item']}>
      <div className="stack tight">
        <TextInput
          label={t('deliver.linkLabel', { position })}
          maxLength={100}
          value={link.label}
          onChange={(event) => onChange({ ...link, label: event.currentTarget.value })}
        />
        <TextInput
          label={t('deliver.linkUrl', { position })}
          type="url"
          inputMode="url"
          placeholder="https://"
          maxLength={500}
          value={link.url}
          onChange={(event) => onChange({ ...link, url: event.currentTarget.value })}
        />
      </div>
      <ActionIcon variant="subtle" color="red" aria-label={t('deliver.removeLink', { position })} onClick={onRemove}>
        <IconTrash className="ico" aria-hidden="true" />
      </ActionIcon>
    </div>
  )
}
