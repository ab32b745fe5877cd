import type { ReactNode } from 'react'
import { Drawer } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './header.module.css'

/** The places of the header on a phone. */
export const PhoneMenu = ({ isOpen, onClose, children }: { isOpen: boolean; onClose: () => void; children: ReactNode }) => {
  const { t } = useTranslation()
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      size="min(86vw, 340px)"
      title={t('nav.menu')}
      closeButtonProps={{ 'aria-label': t('actions.close') }}
    >
      <nav className={classes['menu']} aria-label={t('nav.main')}>
        {children}
      </nav>
    </Drawer>
  )
}
