import { organisations } from '../organisations/index.ts'

const sixtyDaysMs = 60 * 24 * 3600 * 1000

/** What a person recognises its card by; nothing that could pay. */
export const presentPaymentMethod = async (organisationId: string, now: Date) => {
  const card = await organisations.paymentOf(organisationId)
  if (!card?.paymentMethodId) return { card: null }
  return {
    card: {
      brand: card.brand,
      last4: card.last4,
      expires: card.expires,
      isExpiringSoon: endOfMonth(card.expires).getTime() - now.getTime() < sixtyDaysMs,
      savedAt: card.savedAt.toISOString(),
    },
  }
}

/** A card is good until the end of the month printed on it, `2027-01`. */
const endOfMonth = (expires: string) => {
  const [year = 9999, month = 12] = expires.split('-').map(Number)
  return new Date(Date.UTC(year, month, 1))
}
