import { useEffect, useState } from 'react'

/** How many messages came since the reader last was at the end of the log. */
export const useSeen = (upTo: number | undefined, isAtEnd: boolean) => {
  const [seen, setSeen] = useState<number>()
  useEffect(() => {
    if (upTo !== undefined) setSeen((before) => (isAtEnd || before === undefined ? upTo : before))
  }, [upTo, isAtEnd])
  return upTo === undefined || seen === undefined ? 0 : upTo - seen
}
