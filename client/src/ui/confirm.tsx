import { useState, type ReactNode } from 'react'
import { Button, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Callout } from './callout.tsx'
import { problemText } from '../platform/problem-text.ts'

type Props = {
  isOpen: boolean
  onClose: () => void
  title: string
  children: ReactNode
  confirmLabel: string
  /** Awaited; a failure is shown in the window, which stays open. */
  onConfirm: () => Promise<unknown> | void
  danger?: boolean
  disabled?: boolean
}

/** Asks before what cannot be undone, says what will happen, and names the act on the button. */
export const Confirm = ({ isOpen, onClose, title, children, confirmLabel, onConfirm, danger = false, disabled = false }: Props) => {
  const { t } = useTranslation()
  const [state, setState] = useState<{ pending: boolean; error?: unknown }>({ pending: false })
  const confirm = async () => {
    setState({ pending: true })
    try {
      await onConfirm()
      setState({ pending: false })
      onClose()
    } catch (error) {
      setState({ pending: false, error })
    }
  }
  return (
    <Modal opened={isOpen} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('actions.close') }}>
      <div className="stack">
        <div className="stack tight">{children}</div>
        {state.error !== undefined && (
          <Callout tone="bad" live>
            {problemText(state.error)}
          </Callout>
        )}
        <div className="row">
          <Button loading={state.pending} disabled={disabled} {...(danger ? { color: 'red' } : {})} onClick={() => void confirm()}>
            {confirmLabel}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {t('actions.cancel')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
