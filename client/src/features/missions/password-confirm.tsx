import { useState, type ReactNode } from 'react'
import { PasswordInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Confirm } from '../../ui/confirm.tsx'

type Props = {
  isOpen: boolean
  onClose: () => void
  title: string
  confirmLabel: string
  /** Awaited; a wrong password is said in the window, which stays open. */
  onConfirm: (password: string) => Promise<unknown>
  children: ReactNode
}

/** Asks for the password again before a word that binds. It is forgotten as soon as the window closes. */
export const PasswordConfirm = ({ isOpen, onClose, title, confirmLabel, onConfirm, children }: Props) => {
  const { t } = useTranslation('contract')
  const [password, setPassword] = useState('')
  const close = () => {
    setPassword('')
    onClose()
  }
  return (
    <Confirm
      isOpen={isOpen}
      onClose={close}
      title={title}
      confirmLabel={confirmLabel}
      disabled={password === ''}
      onConfirm={() => onConfirm(password)}
    >
      {children}
      <PasswordInput
        label={t('password.label')}
        description={t('password.hint')}
        autoComplete="current-password"
        maxLength={128}
        value={password}
        visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
    </Confirm>
  )
}
