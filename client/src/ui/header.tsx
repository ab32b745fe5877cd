import { lazy, Suspense, useState, type ReactNode } from 'react'
import { UnstyledButton } from '@mantine/core'
import { IconMenu2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link, NavLink, useLocation } from 'react-router'
import { Logo } from './logo.tsx'
import classes from './header.module.css'

const PhoneMenu = lazy(async () => ({ default: (await import('./phone-menu.tsx')).PhoneMenu }))

export type NavItem = { to: string; label: string; end?: boolean }
type Props = {
  home: string
  items: readonly NavItem[]
  /** Bell, switcher, sign-in: right of the bar. */ end: ReactNode
  /** More lines of the phone's menu. */ menuEnd?: ReactNode
}

/** The top of every page: logo, places, who one is; on the phone the places are in a menu, which a link closes. */
export const Header = ({ home, items, end, menuEnd }: Props) => {
  const { t } = useTranslation()
  const { key: here } = useLocation()
  const [openedAt, setOpenedAt] = useState<string | null>()
  const isOpen = openedAt === here
  return (
    <header className={classes['top']} data-noprint="">
      <Logo to={home} />
      <nav className={classes['wide']} aria-label={t('nav.main')}>
        {items.map((item) => (
          <Place key={item.label} {...item} />
        ))}
      </nav>
      <div className={classes['end']}>{end}</div>
      <UnstyledButton
        className={classes['burger']}
        aria-label={t('nav.openMenu')}
        aria-expanded={isOpen}
        aria-haspopup="dialog"
        onClick={() => setOpenedAt(here)}
      >
        <IconMenu2 aria-hidden="true" />
      </UnstyledButton>
      {openedAt !== undefined && (
        <Suspense>
          <PhoneMenu isOpen={isOpen} onClose={() => setOpenedAt(null)}>
            {items.map((item) => (
              <Place key={item.label} {...item} />
            ))}
            {menuEnd}
          </PhoneMenu>
        </Suspense>
      )}
    </header>
  )
}

const Place = ({ to, label, end = false }: NavItem) =>
  to.includes('#') ? (
    <Link to={to}>{label}</Link>
  ) : (
    <NavLink to={to} end={end}>
      {label}
    </NavLink>
  )
