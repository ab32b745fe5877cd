import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Logo } from './logo.tsx'
import classes from './footer.module.css'

/** The bottom of every page: the same links at the same place. */
export const Footer = ({ home, links, end }: { home: string; links: readonly { to: string; label: string }[]; end?: ReactNode }) => (
  <footer className={classes['foot']} data-noprint="">
    <div className={classes['row']}>
      <Logo to={home} />
      <ul>
        {links.map(({ to, label }) => (
          <li key={to}>
            <Link to={to}>{label}</Link>
          </li>
        ))}
        {end}
      </ul>
    </div>
  </footer>
)
