import { useState } from 'react'
import { UnstyledButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './copy-field.module.css'

/** A value to take along (address, IBAN, reference), with its copy button. */
export const CopyField = ({ label, value, shown }: { label: string; value: string; shown?: string }) => {
  const { t } = useTranslation()
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(value)
    setCopied(true)
    setTimeout(() => setCopied(false), 3000)
  }
  return (
    <div className={classes['field']}>
      <span className="muted">{label}</span>
      <span className={classes['value']}>{shown ?? value}</span>
      <UnstyledButton className={classes['copy']} onClick={() => void copy()}>
        {isCopied ? <IconCheck className="ico" aria-hidden="true" /> : <IconCopy className="ico" aria-hidden="true" />}
        <span aria-live="polite">{t(isCopied ? 'actions.copied' : 'actions.copy')}</span>
        <span className="sr"> {label}</span>
      </UnstyledButton>
    </div>
  )
}
