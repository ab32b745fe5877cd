/** Why the bank said no, in the words that a person gets; never Stripe's own. */
export type FailureCode =
  'expired' | 'insufficient_funds' | 'authentication_required' | 'lost_or_stolen' | 'incorrect_details' | 'bank_refused' | 'try_later'

const byDeclineCode: Record<string, FailureCode> = {
  expired_card: 'expired',
  insufficient_funds: 'insufficient_funds',
  withdrawal_count_limit_exceeded: 'insufficient_funds',
  card_velocity_exceeded: 'try_later',
  authentication_required: 'authentication_required',
  payment_intent_authentication_failure: 'authentication_required',
  lost_card: 'lost_or_stolen',
  stolen_card: 'lost_or_stolen',
  pickup_card: 'lost_or_stolen',
  incorrect_cvc: 'incorrect_details',
  invalid_cvc: 'incorrect_details',
  incorrect_number: 'incorrect_details',
  invalid_expiry_year: 'incorrect_details',
  invalid_expiry_month: 'incorrect_details',
  processing_error: 'try_later',
  try_again_later: 'try_later',
  issuer_not_available: 'try_later',
}

/** Some integrations carry the reason in `code`, some in `decline_code`: either may say it (payments.md §1.2). */
export const failureOf = (code: string | null | undefined, declineCode: string | null | undefined): FailureCode =>
  byDeclineCode[declineCode ?? ''] ?? byDeclineCode[code ?? ''] ?? 'bank_refused'

/** Networks fine the retries of some refusals; only these may be tried again on the same card (payments.md §1.2). */
export const mayRetrySameCard = (failure: FailureCode): boolean => failure === 'insufficient_funds' || failure === 'try_later'
