import i18next from 'i18next'
import { formatEuros } from '@mutuo/shared/money/format.ts'

const zone = 'Europe/Paris'
const isEnglish = () => i18next.language === 'en'
const tag = () => (isEnglish() ? 'en-GB' : 'fr-FR')
/** Our fonts lack the narrow no-break space that Intl writes in French. */
const clean = (text: string) => text.replaceAll('\u202f', '\u00a0')

const dateFormat = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag(), { timeZone: zone, ...options })
const dateOf = (at: string | Date) => (typeof at === 'string' ? new Date(/^\d{4}-\d{2}-\d{2}$/.test(at) ? `${at}T12:00:00Z` : at) : at)

/** Euros from cents: `1 234,50 €`; `whole` drops cents that are zero (`510 €`), `signed` shows plus and minus. */
export const money = (amountMinor: number, options: { whole?: boolean; signed?: boolean } = {}) => {
  const text = formatEuros(Math.abs(amountMinor), isEnglish() ? 'en' : 'fr', { cents: options.whole ? 'ifAny' : 'always' })
  if (amountMinor < 0) return `−\u00a0${text}`
  return options.signed && amountMinor > 0 ? `+\u00a0${text}` : text
}

export const number = (value: number, options: Intl.NumberFormatOptions = {}) => clean(new Intl.NumberFormat(tag(), options).format(value))

/** `0.685` → `68,5 %`. */
export const percent = (ratio: number, digits = 0) => number(ratio, { style: 'percent', maximumFractionDigits: digits })

/** `2 décembre`, with its year where it is not this year's. */
export const day = (at: string | Date, options: { weekday?: boolean; year?: boolean; now?: Date } = {}) => {
  const date = dateOf(at)
  const showYear = options.year ?? yearOf(date) !== yearOf(options.now ?? new Date())
  return french1er(
    clean(
      dateFormat({
        day: 'numeric',
        month: 'long',
        ...(options.weekday ? { weekday: 'long' } : {}),
        ...(showYear ? { year: 'numeric' } : {}),
      }).format(date),
    ),
  )
}

/** `6, 11 et 12 décembre`: the month is said once for the days that share it. */
export const days = (ats: readonly Date[]) =>
  list(ats.map((at, index) => (monthOf(at) === monthOf(ats[index + 1]) ? dayOfMonth(at) : day(at))))

/** For « du … au … »: the year is said once, at the end, where both days share it. */
export const fromTo = (from: string, to: string) => ({
  from: day(from, yearOf(dateOf(from)) === yearOf(dateOf(to)) ? { year: false } : {}),
  to: day(to),
})

/** `18 h`, `9 h 12`; in English `18:00`. Always the hour of Paris. */
export const time = (at: string | Date) => {
  const [hour, minute] = dateFormat({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(dateOf(at)).split(':')
  if (isEnglish()) return `${hour}:${minute}`
  return minute === '00' ? `${Number(hour)}\u00a0h` : `${Number(hour)}\u00a0h\u00a0${minute}`
}

/** `2 décembre, 18 h`. */
export const dayTime = (at: string | Date, options: { weekday?: boolean; year?: boolean; now?: Date } = {}) =>
  `${day(at, options)}, ${time(at)}`

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

/** `dans 9 jours`, `il y a 4 heures`, `à l’instant`. */
export const relative = (at: string | Date, now = new Date()) => {
  const gap = dateOf(at).getTime() - now.getTime()
  const unit = units.find(([, length]) => Math.abs(gap) >= length)
  const format = new Intl.RelativeTimeFormat(tag(), { numeric: 'auto' })
  return clean(unit ? format.format(Math.trunc(gap / unit[1]), unit[0]) : format.format(0, 'second'))
}

/** Whole days from now until `at`, never negative, counted as a person counts them: the last day is « 0 ». */
export const daysLeft = (at: string | Date, now = new Date()) =>
  Math.max(0, Math.floor((dateOf(at).getTime() - now.getTime()) / 86_400_000))

/** The first letter large: a sentence that begins with it, a bank's brand. */
export const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** `Fournil Lambert, Librairie Métayer et Atelier Tison`. */
export const list = (words: readonly string[]) => new Intl.ListFormat(tag(), { type: 'conjunction' }).format(words)

const monthOf = (date: Date | undefined) => date && dateFormat({ month: 'numeric', year: 'numeric' }).format(date)
const dayOfMonth = (date: Date) => {
  const number = dateFormat({ day: 'numeric' }).format(date)
  return number === '1' && !isEnglish() ? '1er' : number
}
const yearOf = (date: Date) => dateFormat({ year: 'numeric' }).format(date)
const french1er = (text: string) => (isEnglish() ? text : text.replace(/(^|\s)1 (?=\p{L})/u, '$11er '))
