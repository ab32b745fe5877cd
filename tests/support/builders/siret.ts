import { randomInt } from 'node:crypto'

/** A SIRET that nobody has used yet in this run, with right keys (Luhn, of the SIREN and of the whole). */
export const aSiret = (): string => {
  const siren = withKey(String(randomInt(10_000_000, 99_999_999)))
  return withKey(`${siren}${String(randomInt(1, 9_999)).padStart(4, '0')}`)
}

const withKey = (digits: string): string => {
  const sum = [...digits].reverse().reduce((total, digit, at) => total + sumOfDigits(Number(digit) * (at % 2 === 0 ? 2 : 1)), 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}

const sumOfDigits = (value: number): number => (value > 9 ? value - 9 : value)
