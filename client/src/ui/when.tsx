import { useEffect, useState } from 'react'
import { day, dayTime, relative, time } from '../platform/format.ts'

type Props = { at: string; as?: 'day' | 'dayTime' | 'time' | 'relative' | 'both'; weekday?: boolean }

/** An instant in words, Paris time; the exact one stays in the tag and in its title. `both`: « dans 9 jours, le 2 décembre, 18 h ». */
export const When = ({ at, as = 'dayTime', weekday = false }: Props) => {
  const now = useNow(as === 'relative' || as === 'both')
  const exact = dayTime(at, { weekday: true, year: true })
  const words = {
    day: () => day(at, { weekday, now }),
    dayTime: () => dayTime(at, { weekday, now }),
    time: () => time(at),
    relative: () => relative(at, now),
    both: () => `${relative(at, now)}, ${dayTime(at, { weekday, now })}`,
  }
  return (
    <time dateTime={at} title={exact}>
      {words[as]()}
    </time>
  )
}

/** The present, renewed each minute where `ticking`. */
export const useNow = (ticking = true) => {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    if (!ticking) return undefined
    const timer = setInterval(() => setNow(new Date()), 60_000)
    return () => clearInterval(timer)
  }, [ticking])
  return now
}
