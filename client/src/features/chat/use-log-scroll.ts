import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** Closer than this to the end, one reads along. */
const nearEndPx = 80
/** Where the first new message stands under the top edge. */
const abovePx = 72

/**
 * Keeps the reader's place: at the end while messages arrive, else on the message that is at the top, whatever is added above or grows.
 * Begins at what is new (`[data-new]`), else at the end. Messages carry `data-seq`.
 */
export const useLogScroll = () => {
  const box = useRef<HTMLDivElement>(null)
  const inner = useRef<HTMLDivElement>(null)
  const place = useRef<{ isEnd: boolean; element?: Element | undefined; top: number }>({ isEnd: true, top: 0 })
  const hasBegun = useRef(false)
  const [isAtEnd, setAtEnd] = useState(true)

  const note = useCallback(() => {
    const scroller = box.current
    if (!scroller) return
    const edge = scroller.getBoundingClientRect().top
    const isEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < nearEndPx
    const element = isEnd
      ? undefined
      : [...scroller.querySelectorAll('[data-seq]')].find((each) => each.getBoundingClientRect().bottom > edge)
    place.current = { isEnd, element, top: element?.getBoundingClientRect().top ?? 0 }
    setAtEnd(isEnd)
  }, [])

  const settle = useCallback(() => {
    const scroller = box.current
    if (!scroller) return
    const { isEnd, element, top } = place.current
    if (!hasBegun.current && scroller.querySelector('[data-seq]')) {
      hasBegun.current = true
      const fresh = scroller.querySelector('[data-new]')
      scroller.scrollTop = fresh
        ? scroller.scrollTop + fresh.getBoundingClientRect().top - scroller.getBoundingClientRect().top - abovePx
        : scroller.scrollHeight
    } else if (isEnd) scroller.scrollTop = scroller.scrollHeight
    else if (element?.isConnected) scroller.scrollTop += element.getBoundingClientRect().top - top
    note()
  }, [note])

  useLayoutEffect(settle)
  useEffect(() => {
    const observer = new ResizeObserver(settle)
    if (inner.current) observer.observe(inner.current)
    if (box.current) observer.observe(box.current)
    return () => observer.disconnect()
  }, [settle])

  const toEnd = useCallback(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight
  }, [])
  const toMessage = useCallback((messageId: string) => {
    const message = box.current?.querySelector<HTMLElement>(`[data-id="${messageId}"]`)
    message?.scrollIntoView({ block: 'center' })
    message?.focus({ preventScroll: true })
  }, [])
  return { box, inner, note, isAtEnd, toEnd, toMessage }
}
