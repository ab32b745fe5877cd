import { useEffect } from 'react'
import { useLocation } from 'react-router'

/** Brings into sight what the address names after its #, once it is there: what a letter leads to may come after the page. */
export const useArrival = (id: string, isThere: boolean): void => {
  const { hash } = useLocation()
  useEffect(() => {
    if (isThere && hash === `#${id}`) document.getElementById(id)?.scrollIntoView()
  }, [hash, id, isThere])
}
