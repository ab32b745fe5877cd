import { textOf } from './form-field.ts'
import { cardByNumber, type CardScenario } from '../cards/test-cards.ts'
import type { CardDetails } from '../cards/make-card.ts'

export type CardForm = { cardNumber: string; expiry: string; cvc: string; name: string }
export type CardErrors = Partial<Record<keyof CardForm, string>>

export const EMPTY_CARD: CardForm = { cardNumber: '', expiry: '', cvc: '', name: '' }

export const cardForm = (form: unknown): CardForm => ({
  cardNumber: textOf(form, 'cardNumber').replaceAll(/[\s.-]/g, ''),
  expiry: textOf(form, 'expiry'),
  cvc: textOf(form, 'cvc'),
  name: textOf(form, 'name'),
})

/** The card that was typed, or what is wrong with each field, in French. */
export const readCard = (form: CardForm, now: Date): { scenario: CardScenario; details: CardDetails } | { errors: CardErrors } => {
  const scenario = cardByNumber(form.cardNumber)
  const expiry = readExpiry(form.expiry)
  const errors: CardErrors = {
    ...numberError(form.cardNumber, scenario),
    ...expiryError(expiry, now),
    ...(/^\d{3,4}$/.test(form.cvc) ? {} : { cvc: 'Indiquez les 3 chiffres au dos de la carte.' }),
    ...(form.name === '' ? { name: 'Indiquez le nom écrit sur la carte.' } : {}),
  }
  if (Object.keys(errors).length > 0 || !scenario || !expiry) return { errors }
  return { scenario, details: { expMonth: expiry.month, expYear: expiry.year, name: form.name, email: null, isCvcGiven: true } }
}

const numberError = (number: string, scenario: CardScenario | undefined): CardErrors => {
  if (scenario) return {}
  if (number === '') return { cardNumber: 'Indiquez le numéro de la carte.' }
  if (!/^\d{12,19}$/.test(number) || !isLuhn(number)) return { cardNumber: 'Ce numéro de carte n’est pas valide. Vérifiez les chiffres.' }
  return { cardNumber: 'Ici, seules les cartes d’essai sont acceptées. Exemple\u00a0: 4242 4242 4242 4242.' }
}

const isLuhn = (number: string): boolean =>
  [...number].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return sum + (value > 9 ? value - 9 : value)
  }, 0) %
    10 ===
  0

const readExpiry = (expiry: string): { month: number; year: number } | null => {
  const match = /^(0?[1-9]|1[0-2])\s*[/ -]?\s*(\d{2}|20\d{2})$/.exec(expiry)
  return match ? { month: Number(match[1]), year: 2000 + (Number(match[2]) % 100) } : null
}

const expiryError = (expiry: { month: number; year: number } | null, now: Date): CardErrors => {
  if (!expiry) return { expiry: 'Indiquez le mois et l’année, par exemple 12/30.' }
  return Date.UTC(expiry.year, expiry.month, 1) <= now.getTime() ? { expiry: 'Cette carte a expiré.' } : {}
}
