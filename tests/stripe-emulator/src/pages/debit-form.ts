import { ibanByNumber, type IbanScenario } from '../cards/test-ibans.ts'
import { field, fieldError, invalid, textOf } from './form-field.ts'

export type DebitForm = { iban: string; name: string; hasMandate: boolean }
export type DebitErrors = { iban?: string; name?: string; mandate?: string }

export const EMPTY_DEBIT: DebitForm = { iban: '', name: '', hasMandate: false }

export const debitForm = (form: unknown): DebitForm => ({
  iban: textOf(form, 'iban').replaceAll(/\s/g, '').toUpperCase(),
  name: textOf(form, 'name'),
  hasMandate: textOf(form, 'mandate') === 'on',
})

/** The account that was typed, or what is wrong with each field, in French. */
export const readDebit = ({ iban, name, hasMandate }: DebitForm): { scenario: IbanScenario } | { errors: DebitErrors } => {
  const scenario = ibanByNumber(iban)
  const errors: DebitErrors = {
    ...(scenario ? {} : { iban: 'Ici, seuls les IBAN d’essai sont acceptés. Exemple\u00a0: FR14 2004 1010 0505 0001 3M02 606.' }),
    ...(name === '' ? { name: 'Indiquez le nom du titulaire du compte.' } : {}),
    ...(hasMandate ? {} : { mandate: 'Cochez la case pour autoriser le prélèvement.' }),
  }
  return scenario && Object.keys(errors).length === 0 ? { scenario } : { errors }
}

/** The part of the Checkout page for a SEPA debit, folded until it is asked for. */
export const debitSection = (
  form: DebitForm,
  errors: DebitErrors,
  button: string,
): string => `<details${Object.keys(errors).length > 0 ? ' open' : ''}>
<summary>Par prélèvement SEPA</summary>
<form class="card" method="post" novalidate><input type="hidden" name="method" value="sepa_debit">
${field({ name: 'iban', label: 'IBAN', value: form.iban.replaceAll(/(.{4})(?=.)/g, '$1 '), error: errors.iban, attributes: 'autocomplete="off" placeholder="FR14 2004 1010 0505 0001 3M02 606"' })}
${field({ name: 'name', id: 'holder', label: 'Titulaire du compte', value: form.name, error: errors.name, attributes: 'autocomplete="name"' })}
<div class="choice"><input type="checkbox" id="mandate" name="mandate"${form.hasMandate ? ' checked' : ''}${invalid('mandate', errors.mandate)}>
<label for="mandate" class="plain">J’autorise Mutuo et Stripe à demander à ma banque de débiter ce compte, et ma banque à le faire. Je peux être remboursé dans les 8 semaines, aux conditions de ma banque.</label></div>
${fieldError('mandate', errors.mandate)}
<button type="submit">${button}</button></form></details>`
