import { useEffect, useRef, type ReactNode } from 'react'
import classes from './bottom-bar.module.css'

/** The main action of a screen, at the bottom of the phone. The page keeps room for it, so that it never covers what has the focus. */
export const BottomBar = ({ children, wide = false }: { children: ReactNode; wide?: boolean }) => {
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = bar.current
    if (!element) return undefined
    const root = document.documentElement
    const observer = new ResizeObserver(() => root.style.setProperty('--bottom-bar', `${element.offsetHeight}px`))
    observer.observe(element)
    return () => {
      observer.disconnect()
      root.style.removeProperty('--bottom-bar')
    }
  }, [])
  return (
    <div ref={bar} className={classes['bar']} data-wide={wide || undefined} data-noprint="">
      {children}
    </div>
  )
}
