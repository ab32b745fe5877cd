import { useEffect, useRef, type ReactNode } from 'react'
import { IconArrowLeft } from '@tabler/icons-react'
import { Link, useLocation } from 'react-router'
import classes from './page.module.css'
import { useTabTitle } from './use-tab-title.ts'

type Props = {
  /** The h1: the first words say what the reader has to do or may know. */
  title: ReactNode
  /** What the browser's tab says, where the title is not plain text. */
  tabTitle?: string
  lead?: ReactNode
  chips?: ReactNode
  back?: { to: string; label: string } | undefined
  actions?: ReactNode
  above?: ReactNode
  narrow?: boolean
  children?: ReactNode
}

/** The frame of every screen: title of the tab, h1 that takes the focus when one arrives by a link, then the content. */
export const Page = ({ title, tabTitle, lead, chips, back, actions, above, narrow, children }: Props) => (
  <div className={classes['page']} data-narrow={narrow || undefined}>
    <header className={classes['head']}>
      {back && (
        <Link className="link" to={back.to}>
          <IconArrowLeft className="ico sm" aria-hidden="true" />
          {back.label}
        </Link>
      )}
      {above}
      {chips && <div className={classes['chips']}>{chips}</div>}
      <div className={classes['titles']}>
        <PageTitle tabTitle={tabTitle ?? (typeof title === 'string' ? title : undefined)}>{title}</PageTitle>
        {actions && <div className="row">{actions}</div>}
      </div>
      {lead && <div className={classes['lead']}>{lead}</div>}
    </header>
    {children}
  </div>
)

/** The h1 alone, for screens with a head of their own. */
export const PageTitle = ({
  children,
  tabTitle,
  className,
}: {
  children: ReactNode
  tabTitle?: string | undefined
  className?: string | undefined
}) => {
  const heading = useRef<HTMLHeadingElement>(null)
  const { key, pathname } = useLocation()
  const arrivedByLink = key !== 'default'
  useEffect(() => {
    if (arrivedByLink) heading.current?.focus({ preventScroll: true })
  }, [arrivedByLink, pathname])
  useTabTitle(tabTitle)
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children}
    </h1>
  )
}
