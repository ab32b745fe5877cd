import { useEffect } from 'react'

/** What the browser's tab says. */
export const useTabTitle = (title: string | undefined) => {
  useEffect(() => {
    if (title) document.title = `${title} – Mutuo`
  }, [title])
}
