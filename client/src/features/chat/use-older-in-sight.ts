import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'

const aheadPx = 400

/** Fetches what is older than `from` when the top of the log comes near: once by itself, then, if that failed, when asked to. */
export const useOlderInSight = (box: RefObject<HTMLElement | null>, from: number, hasMore: boolean, onOlder: () => Promise<void>) => {
  const top = useRef<HTMLDivElement>(null)
  const ask = useRef(onOlder)
  const askedFor = useRef<number>(undefined)
  useEffect(() => void (ask.current = onOlder))
  const [isFetching, setFetching] = useState(false)
  const fetch = useCallback(() => {
    setFetching(true)
    void ask.current().finally(() => setFetching(false))
  }, [])
  useEffect(() => {
    if (!hasMore || isFetching || !top.current) return undefined
    const look = (entries: IntersectionObserverEntry[]) => {
      if (askedFor.current === from || !entries.some(({ isIntersecting }) => isIntersecting)) return
      askedFor.current = from
      fetch()
    }
    const observer = new IntersectionObserver(look, { root: box.current, rootMargin: `${aheadPx}px 0px 0px` })
    observer.observe(top.current)
    return () => observer.disconnect()
  }, [from, hasMore, isFetching, fetch, box])
  return { top, isFetching, fetch }
}
