import { useState, type ReactNode } from 'react'
import { Drawer, UnstyledButton } from '@mantine/core'
import { IconMenu2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { Logo } from './logo.tsx'
import classes from './header.module.css'

export type NavItem = { to: string; label: string; end?: boolean }
type Props = {
  home: string
  items: readonly NavItem[]
  /** Bell, switcher, sign-in: right of the bar. */ end: ReactNode
  /** More lines of the phone's menu. */ menuEnd?: ReactNode
}

/** The top of every page: logo, places, who one is; on the phone the places are in a menu. */
export const Header = ({ home, items, end, menuEnd }: Props) => {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <header className={classes['top']} data-noprint="">
      <Logo to={home} />
      <nav className={classes['wide']} aria-label={t('nav.main')}>
        {items.map((item) => (
          <Place key={item.to} {...item} />
        ))}
      </nav>
      <div className={classes['end']}>{end}</div>
      <UnstyledButton
        className={classes['burger']}
        aria-label={t('nav.openMenu')}
        aria-expanded={isOpen}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <IconMenu2 aria-hidden="true" />
      </UnstyledButton>
      <Drawer
        opened={isOpen}
        onClose={close}
        position="right"
        size="min(86vw, 340px)"
        title={t('nav.menu')}
        closeButtonProps={{ 'aria-label': t('actions.close') }}
      >
        <nav
          className={classes['menu']}
          aria-label={t('nav.main')}
          onClick={(event) => (event.target as HTMLElement).closest('a') && close()}
        >
          {items.map((item) => (
            <Place key={item.to} {...item} />
          ))}
          {menuEnd}
        </nav>
      </Drawer>
    </header>
  )
}

const Place = ({ to, label, end = false }: NavItem) =>
  to.includes('#') ? (
    <a href={to}>{label}</a>
  ) : (
    <NavLink to={to} end={end}>
      {label}
    </NavLink>
  )
