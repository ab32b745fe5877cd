import type { Locale } from '@mutuo/shared/accounts/account.schema.ts'
import { formatEuros } from '@mutuo/shared/money/format.ts'
import type { NotificationKind } from '@mutuo/shared/notifications/notification.schema.ts'

export type Params = Record<string, string | number>
type Texts = Record<NotificationKind, (params: Params) => string>

const euros = (params: Params, locale: Locale) => formatEuros(Number(params.amountMinor ?? 0), locale)

const fr: Texts = {
  'membership.requested': (p) => `${p.firm} demande à rejoindre ${p.group}.`,
  'membership.approved': (p) => `Vous êtes membre de ${p.group}. Bienvenue !`,
  'membership.refused': (p) => `Votre demande pour ${p.group} n’a pas été retenue.`,
  'group.frozen': (p) => `${p.group} est gelé : rien n’est engagé, voté ni prélevé. Les fonds retenus restent intacts.`,
  'need.published': (p) => `Nouveau besoin dans ${p.group} : ${p.title}.`,
  'need.to_approve': (p) => `Un besoin attend votre accord : ${p.title}.`,
  'need.sent_back': (p) => `Votre besoin « ${p.title} » vous est rendu : ${p.reason}`,
  'need.extended': (p) => `« ${p.title} » est prolongé. Votre engagement est conservé.`,
  'need.cancelled': (p) => `« ${p.title} » est annulé. Rien n’est prélevé.`,
  'need.expired': (p) => `« ${p.title} » s’arrête là : le minimum n’est pas atteint, ou aucune offre ne l’a emporté. Rien n’est prélevé.`,
  'need.minimum_reached': (p) => `« ${p.title} » a atteint son minimum.`,
  'pledge.joined': (p) => `${p.firm} rejoint « ${p.title} ».`,
  'pledge.released': (p) => `Votre engagement pour « ${p.title} » est levé. Rien n’est prélevé.`,
  'bid.submitted': (p) => `${p.freelancer} a déposé une offre pour « ${p.title} ».`,
  'bid.declined': (p) => `Votre offre pour « ${p.title} » n’a pas été choisie cette fois.`,
  'bid.chosen': (p) => `Votre offre pour « ${p.title} » est choisie !`,
  'ballot.opened': (p) => `Le vote est ouvert : ${p.title}.`,
  'ballot.reminder': (p) => `Votre vote est attendu : ${p.title}.`,
  'ballot.closed': (p) => `Le vote est clos : ${p.title}.`,
  'ballot.tied': (p) => `Égalité pour « ${p.title} » : votre voix départage.`,
  'share.paid': (p) => `Votre part de ${euros(p, 'fr')} TTC pour « ${p.title} » est réglée. Elle reste dans les fonds retenus.`,
  'share.failed': (p) => `Votre part de ${euros(p, 'fr')} TTC pour « ${p.title} » n’a pas pu être prélevée. Cela se règle en deux minutes.`,
  'mission.started': (p) => `La mission commence : ${p.title}.`,
  'mission.cancelled': (p) => `La mission « ${p.title} » est annulée. Ce qui n’est pas versé vous est remboursé.`,
  'mission.completed': (p) => `La mission « ${p.title} » est terminée.`,
  'milestone.delivered': (p) => `« ${p.milestone} » est livré. À accepter avant le ${p.until}.`,
  'milestone.accepted': (p) => `« ${p.milestone} » est accepté.`,
  'milestone.changes_requested': (p) => `Des corrections sont demandées sur « ${p.milestone} ».`,
  'milestone.contested': (p) => `${p.firm} conteste sa part de « ${p.milestone} ».`,
  'milestone.reminder': (p) => `« ${p.milestone} » sera accepté d’office le ${p.until}, sans réponse de vous.`,
  'transfer.made': (p) => `${euros(p, 'fr')} vous sont versés pour « ${p.title} ».`,
  'payout_account.changed': (p) =>
    p.status === 'active' ? 'Votre compte de versement est vérifié.' : 'Votre compte de versement demande votre attention.',
  'room.mention': (p) => `${p.by} vous a cité dans ${p.title}.`,
}

const en: Texts = {
  'membership.requested': (p) => `${p.firm} asks to join ${p.group}.`,
  'membership.approved': (p) => `You are a member of ${p.group}. Welcome!`,
  'membership.refused': (p) => `Your request for ${p.group} was not accepted.`,
  'group.frozen': (p) => `${p.group} is frozen: nothing is pledged, voted or charged. Retained funds stay untouched.`,
  'need.published': (p) => `New need in ${p.group}: ${p.title}.`,
  'need.to_approve': (p) => `A need awaits your approval: ${p.title}.`,
  'need.sent_back': (p) => `Your need “${p.title}” was sent back: ${p.reason}`,
  'need.extended': (p) => `“${p.title}” has been extended. Your pledge is kept.`,
  'need.cancelled': (p) => `“${p.title}” is cancelled. Nothing is charged.`,
  'need.expired': (p) => `“${p.title}” stops here: the minimum was not reached, or no bid carried it. Nothing is charged.`,
  'need.minimum_reached': (p) => `“${p.title}” has reached its minimum.`,
  'pledge.joined': (p) => `${p.firm} joins “${p.title}”.`,
  'pledge.released': (p) => `Your pledge for “${p.title}” is released. Nothing is charged.`,
  'bid.submitted': (p) => `${p.freelancer} has bid for “${p.title}”.`,
  'bid.declined': (p) => `Your bid for “${p.title}” was not chosen this time.`,
  'bid.chosen': (p) => `Your bid for “${p.title}” is chosen!`,
  'ballot.opened': (p) => `The vote is open: ${p.title}.`,
  'ballot.reminder': (p) => `Your vote is awaited: ${p.title}.`,
  'ballot.closed': (p) => `The vote is closed: ${p.title}.`,
  'ballot.tied': (p) => `A tie for “${p.title}”: your voice decides.`,
  'share.paid': (p) => `Your share of ${euros(p, 'en')} incl. VAT for “${p.title}” is paid. It stays in the retained funds.`,
  'share.failed': (p) => `Your share of ${euros(p, 'en')} incl. VAT for “${p.title}” could not be charged. It takes two minutes to fix.`,
  'mission.started': (p) => `The mission begins: ${p.title}.`,
  'mission.cancelled': (p) => `The mission “${p.title}” is cancelled. What was not released is refunded to you.`,
  'mission.completed': (p) => `The mission “${p.title}” is complete.`,
  'milestone.delivered': (p) => `“${p.milestone}” is delivered. Please accept before ${p.until}.`,
  'milestone.accepted': (p) => `“${p.milestone}” is accepted.`,
  'milestone.changes_requested': (p) => `Changes are requested on “${p.milestone}”.`,
  'milestone.contested': (p) => `${p.firm} contests its part of “${p.milestone}”.`,
  'milestone.reminder': (p) => `Without an answer from you, “${p.milestone}” is accepted on ${p.until}.`,
  'transfer.made': (p) => `${euros(p, 'en')} have been transferred to you for “${p.title}”.`,
  'payout_account.changed': (p) =>
    p.status === 'active' ? 'Your payout account is verified.' : 'Your payout account needs your attention.',
  'room.mention': (p) => `${p.by} mentioned you in ${p.title}.`,
}

/** One sentence for a person, on screen and as the subject of a letter. Instants in `until` are said as a day in Paris. */
export const sentenceOf = (kind: NotificationKind, params: Params, locale: Locale): string =>
  (locale === 'fr' ? fr : en)[kind]({ ...params, ...(typeof params.until === 'string' && { until: dayOf(params.until, locale) }) })

/** `8 décembre, 18 h`; `8 December, 18:00`. */
const dayOf = (instant: string, locale: Locale): string => {
  const parts = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { timeZone: 'Europe/Paris', ...options }).format(new Date(instant))
  const day = parts({ day: 'numeric', month: 'long' })
  const clock = parts({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  if (locale === 'en') return `${day}, ${clock}`
  const [hour, minute] = clock.split(':')
  return `${day}, ${Number(hour)}\u00a0h${minute === '00' ? '' : `\u00a0${minute}`}`
}
