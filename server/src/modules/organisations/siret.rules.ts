import { stdnum } from 'stdnum'

const siretOf = stdnum['FR']!['siret']!

/** The key of INSEE (Luhn; La Poste's establishments have their own). */
export const isSiret = (siret: string): boolean => siretOf.validate(siret).isValid

/** The French VAT number that follows from a SIRET's first nine digits, the SIREN (CGI ann. III art. 242 nonies A; key: 12 + 3 × SIREN mod 97). */
export const vatNumberOf = (siret: string): string => {
  const siren = siret.slice(0, 9)
  const key = (12 + 3 * (Number(siren) % 97)) % 97
  return `FR${String(key).padStart(2, '0')}${siren}`
}
