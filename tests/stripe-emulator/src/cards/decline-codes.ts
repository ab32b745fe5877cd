/** Why a card is refused: the API's code and decline code, its English message, and the French one of the hosted pages. Source: docs.stripe.com/declines/codes */
export const DECLINES = {
  generic_decline: {
    code: 'card_declined',
    adviceCode: 'try_again_later',
    message: 'Your card was declined.',
    french: 'Votre banque a refusé cette carte. Essayez une autre carte ou appelez votre banque.',
  },
  insufficient_funds: {
    code: 'card_declined',
    adviceCode: 'try_again_later',
    message: 'Your card has insufficient funds.',
    french: 'La provision de cette carte est insuffisante. Essayez une autre carte.',
  },
  lost_card: {
    code: 'card_declined',
    adviceCode: 'do_not_try_again',
    message: 'Your card was declined.',
    french: 'Cette carte ne peut pas être utilisée. Essayez une autre carte.',
  },
  stolen_card: {
    code: 'card_declined',
    adviceCode: 'do_not_try_again',
    message: 'Your card was declined.',
    french: 'Cette carte ne peut pas être utilisée. Essayez une autre carte.',
  },
  card_velocity_exceeded: {
    code: 'card_declined',
    adviceCode: 'try_again_later',
    message: 'Your card was declined for making repeated attempts too frequently or exceeding its amount limit.',
    french: 'Le plafond de cette carte est atteint. Essayez une autre carte ou attendez son renouvellement.',
  },
  expired_card: {
    code: 'expired_card',
    adviceCode: 'confirm_card_data',
    message: 'Your card has expired.',
    french: 'Cette carte a expiré. Essayez une autre carte.',
  },
  incorrect_cvc: {
    code: 'incorrect_cvc',
    adviceCode: 'confirm_card_data',
    message: "Your card's security code is incorrect.",
    french: 'Le cryptogramme n’est pas celui de la carte. Vérifiez les trois chiffres au dos.',
  },
  processing_error: {
    code: 'processing_error',
    adviceCode: 'try_again_later',
    message: 'An error occurred while processing your card. Try again in a little bit.',
    french: 'La banque n’a pas répondu correctement. Réessayez dans un instant.',
  },
  authentication_required: {
    code: 'authentication_required',
    adviceCode: undefined,
    message: 'Your card was declined. This transaction requires authentication.',
    french: 'Votre banque demande une vérification de votre part.',
  },
} as const

export type DeclineKind = keyof typeof DECLINES
