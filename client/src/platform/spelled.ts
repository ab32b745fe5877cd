import i18next from 'i18next'
import { capitalised, number } from './format.ts'

/** A count in words up to twelve (`six`, `une` where French asks for the feminine), in digits beyond. `capital` begins a sentence. */
export const spelled = (count: number, { capital = false } = {}): string => {
  const words = i18next.t(`spelled.${count}`, { ns: 'common', defaultValue: number(count) })
  return capital ? capitalised(words) : words
}
