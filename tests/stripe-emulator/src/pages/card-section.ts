import { field } from './form-field.ts'
import type { CardErrors, CardForm } from './read-card.ts'

const NUMBER = 'inputmode="numeric" autocomplete="cc-number" placeholder="4242 4242 4242 4242"'
const EXPIRY = 'autocomplete="cc-exp" placeholder="MM/AA"'
const CODE = 'inputmode="numeric" autocomplete="cc-csc" placeholder="123"'

/** The card form; the code at the back is never shown again. */
export const cardSection = (form: CardForm, errors: CardErrors, button: string): string => `<form class="card" method="post" novalidate>
${field({ name: 'cardNumber', label: 'Numéro de carte', value: grouped(form.cardNumber), error: errors.cardNumber, attributes: NUMBER })}
<div class="pair">
${field({ name: 'expiry', label: 'Expire fin', value: form.expiry, error: errors.expiry, attributes: EXPIRY })}
${field({ name: 'cvc', label: 'Cryptogramme', value: '', error: errors.cvc, attributes: CODE })}
</div>
${field({ name: 'name', label: 'Nom sur la carte', value: form.name, error: errors.name, attributes: 'autocomplete="cc-name"' })}
<button type="submit">${button}</button></form>`

const grouped = (cardNumber: string) => cardNumber.replaceAll(/(\d{4})(?=\d)/g, '$1 ')
