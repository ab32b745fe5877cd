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
  'need.extended': (p) => `« ${p.title} » est prolongé jusqu’au ${p.until}. Votre engagement est conservé.`,
  'need.cancelled': (p) => `« ${p.title} » est annulé. Rien n’est prélevé.`,
  'need.expired': (p) => `« ${p.title} » s’arrête là : le minimum n’est pas atteint, ou aucune offre ne l’a emporté. Rien n’est prélevé.`,
  'need.minimum_reached': (p) => `« ${p.title} » a atteint son minimum.`,
  'need.bids_closed': (p) => `« ${p.title} » : les offres sont ouvertes, le groupement peut demander d’autres conditions avant le vote.`,
  'need.invited': (p) => `${p.firm} pense à vous pour « ${p.title} » : à plusieurs, cela coûte moins cher.`,
  'alert.found': (p) =>
    p.count === 1 ? `Un nouveau besoin répond à votre alerte : ${p.title}.` : `${p.count} nouveaux besoins répondent à votre alerte.`,
  'merge.proposed': (p) => `${p.firm} propose de réunir « ${p.absorbed} » et « ${p.kept} ». À vous de répondre avant le ${p.until}.`,
  'merge.to_answer': (p) =>
    `« ${p.absorbed} » va rejoindre « ${p.kept} ». Gardez-vous votre engagement ? Sans réponse avant le ${p.until}, il est levé.`,
  'merge.declined': (p) => `« ${p.absorbed} » et « ${p.kept} » restent deux besoins : votre proposition n’a pas été retenue.`,
  'merge.given_up': (p) => `« ${p.absorbed} » et « ${p.kept} » restent deux besoins. Rien ne change pour vous.`,
  'merge.done': (p) => `« ${p.absorbed} » a rejoint « ${p.kept} ».`,
  'pledge.joined': (p) => `${p.firm} rejoint « ${p.title} ».`,
  'pledge.released': (p) => `Votre engagement pour « ${p.title} » est levé. Rien n’est prélevé.`,
  'question.asked': (p) => `Une question sur « ${p.title} » attend votre réponse.`,
  'question.answered': (p) => `Votre question sur « ${p.title} » a sa réponse.`,
  'bid.submitted': (p) => `${p.freelancer} a déposé une offre pour « ${p.title} ».`,
  'bid.withdrawn': (p) => `${p.freelancer} retire son offre pour « ${p.title} » : ${p.reason}`,
  'counter_offer.proposed': (p) => `Le groupement vous fait une contre-offre pour « ${p.title} ». À vous de répondre avant le ${p.until}.`,
  'counter_offer.answered': (p) => `${p.freelancer} répond à votre contre-offre pour « ${p.title} ».`,
  'counter_offer.accepted': (p) => `L’offre de ${p.freelancer} pour « ${p.title} » change, d’accord avec le groupement.`,
  'counter_offer.declined': (p) => `${p.freelancer} garde son offre pour « ${p.title} » telle qu’elle est.`,
  'counter_offer.withdrawn': (p) => `Le groupement garde votre offre pour « ${p.title} » telle qu’elle est.`,
  'counter_offer.expired': (p) => `La contre-offre pour « ${p.title} » est restée sans accord : l’offre vaut telle qu’elle est.`,
  'bid.declined': (p) => `Votre offre pour « ${p.title} » n’a pas été choisie cette fois.`,
  'bid.chosen': (p) => `Votre offre pour « ${p.title} » est choisie !`,
  'ballot.opened': (p) => `Le vote est ouvert : ${p.title}.`,
  'ballot.reminder': (p) => `Votre vote est attendu : ${p.title}.`,
  'ballot.closed': (p) => `Le vote est clos : ${p.title}.`,
  'ballot.tied': (p) => `Égalité pour « ${p.title} » : votre voix départage.`,
  'ballot.second_round': (p) => `Second tour pour « ${p.title} » : aucune offre n’est passée, votez entre les meilleures.`,
  'ballot.held': (p) => `Le vote « ${p.title} » attend votre décision sur un conflit d’intérêts.`,
  'ballot.proxy_given': (p) => `${p.firm} vous donne procuration : ${p.title}.`,
  'ballot.proxy_revoked': (p) => `${p.firm} reprend sa procuration : ${p.title}.`,
  'ballot.vote_entered': (p) => `${p.association} a saisi le vote que vous lui avez dit : ${p.title}. Vous pouvez le changer.`,
  'ballot.objection': (p) => `Une objection attend votre décision : ${p.title}.`,
  'ballot.objection_settled': (p) => `Votre objection a une réponse : ${p.title}.`,
  'ballot.bid_objected': (p) => `Un conflit d’intérêts est signalé sur votre offre pour « ${p.title} ». Donnez votre version.`,
  'ballot.bid_out': (p) => `Votre offre pour « ${p.title} » sort du vote : le conflit d’intérêts est retenu.`,
  'share.paid': (p) => `Votre part de ${euros(p, 'fr')} TTC pour « ${p.title} » est réglée. Elle reste dans les fonds retenus.`,
  'share.failed': (p) => `Votre part de ${euros(p, 'fr')} TTC pour « ${p.title} » n’a pas pu être prélevée. Cela se règle en deux minutes.`,
  'rise.paid': (p) => `${euros(p, 'fr')} TTC sont débités pour l’avenant à « ${p.title} ». Ils vous reviennent si l’avenant tombe.`,
  'rise.failed': (p) =>
    `${euros(p, 'fr')} TTC n’ont pas pu être débités pour l’avenant à « ${p.title} ». Cela se règle en deux minutes, avant le ${p.until}.`,
  'share.given_up': (p) =>
    `Le délai pour régler votre part de « ${p.title} » est passé. Une autre entreprise peut la reprendre ; l’association peut encore vous donner du temps.`,
  'share.time_given': (p) => `L’association vous laisse encore du temps pour régler votre part de « ${p.title} » : jusqu’au ${p.until}.`,
  'share.to_mend': (p) => `Une part de « ${p.title} » n’est pas réglée et personne n’attend : à vous de dire la suite.`,
  'share.notice_given': (p) => `${p.firm} quitte « ${p.title} » avec préavis : jusqu’au bout, rien ne change pour les autres.`,
  'share_offer.made': (p) =>
    `Une part de « ${p.title} » vous est proposée : ${euros(p, 'fr')} TTC. À vous de répondre avant le ${p.until}.`,
  'share_offer.taken': (p) => `${p.firm} reprend une part de « ${p.title} ».`,
  'share_offer.declined': (p) => `${p.firm} ne reprend pas votre part de « ${p.title} » : elle reste la vôtre.`,
  'share_offer.lapsed': (p) => `${p.firm} n’a pas pu payer la part de « ${p.title} » : rien ne change de mains.`,
  'contract.to_accept': (p) => `Le contrat de « ${p.title} » est prêt : lisez-le et acceptez-le.`,
  'amendment.proposed': (p) => `${p.by} propose un avenant à « ${p.title} ». À vous de répondre avant le ${p.until}.`,
  'amendment.collecting': (p) =>
    `L’avenant à « ${p.title} » a tous ses accords. Les parts qui montent sont débitées : il s’applique dès que tout est payé.`,
  'amendment.applied': (p) => `L’avenant à « ${p.title} » est adopté. Ce qui coûte moins cher vous est rendu.`,
  'amendment.refused': (p) => `L’avenant à « ${p.title} » est refusé : le contrat reste tel qu’il est.`,
  'amendment.withdrawn': (p) => `${p.by} retire son avenant à « ${p.title} » : le contrat reste tel qu’il est.`,
  'amendment.expired': (p) =>
    `L’avenant à « ${p.title} » n’est plus valable : le contrat reste tel qu’il est. Ce qui était payé pour lui est rendu.`,
  'mission.started': (p) => `La mission commence : ${p.title}.`,
  'mission.cancelled': (p) => `La mission « ${p.title} » est annulée. Ce qui n’est pas versé vous est remboursé.`,
  'mission.completed': (p) => `La mission « ${p.title} » est terminée.`,
  'mission.delegates_named': (p) =>
    `Pour « ${p.title} », les prochaines livraisons du lot commun sont acceptées au nom de toutes par : ${p.delegates}.`,
  'milestone.delivered_to_delegates': (p) =>
    `« ${p.milestone} » est livré. Les entreprises déléguées l’acceptent au nom de toutes, avant le ${p.until}. Vous pouvez demander une retouche ou contester votre part.`,
  'milestone.delivered': (p) => `« ${p.milestone} » est livré. À accepter avant le ${p.until}.`,
  'milestone.accepted': (p) => `« ${p.milestone} » est accepté.`,
  'milestone.changes_requested': (p) => `Des corrections sont demandées sur « ${p.milestone} ».`,
  'milestone.contested': (p) => `${p.firm} conteste sa part de « ${p.milestone} ».`,
  'milestone.reminder': (p) => `« ${p.milestone} » sera accepté d’office le ${p.until}, sans réponse de vous.`,
  'transfer.made': (p) => `${euros(p, 'fr')} vous sont versés pour « ${p.title} ».`,
  'payout_account.changed': (p) =>
    p.status === 'active' ? 'Votre compte de versement est vérifié.' : 'Votre compte de versement demande votre attention.',
  'review.open': (p) => `« ${p.title} » est terminée. Dites comment cela s’est passé avant le ${p.until}.`,
  'review.reminder': (p) => `Il reste trois jours pour donner votre avis sur « ${p.title} » : jusqu’au ${p.until}.`,
  'review.published': (p) => `Un avis est paru après « ${p.title} ».`,
  'review.replied': (p) => `Votre avis sur « ${p.title} » a reçu une réponse.`,
  'review.reported': (p) => `Un avis sur « ${p.title} » est signalé : à vous de voir s’il reste.`,
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
  'need.extended': (p) => `“${p.title}” has been extended until ${p.until}. Your pledge is kept.`,
  'need.cancelled': (p) => `“${p.title}” is cancelled. Nothing is charged.`,
  'need.expired': (p) => `“${p.title}” stops here: the minimum was not reached, or no bid carried it. Nothing is charged.`,
  'need.minimum_reached': (p) => `“${p.title}” has reached its minimum.`,
  'need.bids_closed': (p) => `“${p.title}”: the bids are open; the group may ask for other terms before the vote.`,
  'need.invited': (p) => `${p.firm} thinks of you for “${p.title}”: together it costs less.`,
  'alert.found': (p) => (p.count === 1 ? `A new need answers your alert: ${p.title}.` : `${p.count} new needs answer your alert.`),
  'merge.proposed': (p) => `${p.firm} proposes to join “${p.absorbed}” and “${p.kept}”. Please answer before ${p.until}.`,
  'merge.to_answer': (p) =>
    `“${p.absorbed}” is about to join “${p.kept}”. Do you keep your pledge? Without an answer before ${p.until} it is released.`,
  'merge.declined': (p) => `“${p.absorbed}” and “${p.kept}” stay two needs: your proposal was not taken up.`,
  'merge.given_up': (p) => `“${p.absorbed}” and “${p.kept}” stay two needs. Nothing changes for you.`,
  'merge.done': (p) => `“${p.absorbed}” has joined “${p.kept}”.`,
  'pledge.joined': (p) => `${p.firm} joins “${p.title}”.`,
  'pledge.released': (p) => `Your pledge for “${p.title}” is released. Nothing is charged.`,
  'question.asked': (p) => `A question about “${p.title}” awaits your answer.`,
  'question.answered': (p) => `Your question about “${p.title}” has its answer.`,
  'bid.submitted': (p) => `${p.freelancer} has bid for “${p.title}”.`,
  'bid.withdrawn': (p) => `${p.freelancer} withdraws its bid for “${p.title}”: ${p.reason}`,
  'counter_offer.proposed': (p) => `The group makes you a counter-offer for “${p.title}”. Please answer before ${p.until}.`,
  'counter_offer.answered': (p) => `${p.freelancer} answers your counter-offer for “${p.title}”.`,
  'counter_offer.accepted': (p) => `The bid of ${p.freelancer} for “${p.title}” changes, agreed with the group.`,
  'counter_offer.declined': (p) => `${p.freelancer} keeps its bid for “${p.title}” as it is.`,
  'counter_offer.withdrawn': (p) => `The group keeps your bid for “${p.title}” as it is.`,
  'counter_offer.expired': (p) => `The counter-offer for “${p.title}” came to no agreement: the bid stands as it is.`,
  'bid.declined': (p) => `Your bid for “${p.title}” was not chosen this time.`,
  'bid.chosen': (p) => `Your bid for “${p.title}” is chosen!`,
  'ballot.opened': (p) => `The vote is open: ${p.title}.`,
  'ballot.reminder': (p) => `Your vote is awaited: ${p.title}.`,
  'ballot.closed': (p) => `The vote is closed: ${p.title}.`,
  'ballot.tied': (p) => `A tie for “${p.title}”: your voice decides.`,
  'ballot.second_round': (p) => `Second round for “${p.title}”: no bid passed, vote between the best.`,
  'ballot.held': (p) => `The vote “${p.title}” awaits your ruling on a conflict of interests.`,
  'ballot.proxy_given': (p) => `${p.firm} gives you its proxy: ${p.title}.`,
  'ballot.proxy_revoked': (p) => `${p.firm} takes its proxy back: ${p.title}.`,
  'ballot.vote_entered': (p) => `${p.association} has entered the vote that you told them: ${p.title}. You may change it.`,
  'ballot.objection': (p) => `An objection awaits your ruling: ${p.title}.`,
  'ballot.objection_settled': (p) => `Your objection has been answered: ${p.title}.`,
  'ballot.bid_objected': (p) => `A conflict of interests is reported on your bid for “${p.title}”. Tell your side.`,
  'ballot.bid_out': (p) => `Your bid for “${p.title}” leaves the vote: the conflict of interests is upheld.`,
  'share.paid': (p) => `Your share of ${euros(p, 'en')} incl. VAT for “${p.title}” is paid. It stays in the retained funds.`,
  'share.failed': (p) => `Your share of ${euros(p, 'en')} incl. VAT for “${p.title}” could not be charged. It takes two minutes to fix.`,
  'rise.paid': (p) =>
    `${euros(p, 'en')} incl. VAT are charged for the amendment to “${p.title}”. You get them back if it comes to nothing.`,
  'rise.failed': (p) =>
    `${euros(p, 'en')} incl. VAT could not be charged for the amendment to “${p.title}”. It takes two minutes to fix, before ${p.until}.`,
  'share.given_up': (p) =>
    `The time to pay your share of “${p.title}” is over. Another firm may take it; the association can still give you time.`,
  'share.time_given': (p) => `The association gives you more time to pay your share of “${p.title}”: until ${p.until}.`,
  'share.to_mend': (p) => `A share of “${p.title}” is not paid and nobody is waiting: what comes next is yours to say.`,
  'share.notice_given': (p) => `${p.firm} leaves “${p.title}” with notice: until its end nothing changes for the others.`,
  'share_offer.made': (p) => `A share of “${p.title}” is proposed to you: ${euros(p, 'en')} incl. VAT. Please answer before ${p.until}.`,
  'share_offer.taken': (p) => `${p.firm} takes over a share of “${p.title}”.`,
  'share_offer.declined': (p) => `${p.firm} does not take your share of “${p.title}”: it stays yours.`,
  'share_offer.lapsed': (p) => `${p.firm} could not pay the share of “${p.title}”: nothing changes hands.`,
  'contract.to_accept': (p) => `The contract of “${p.title}” is ready: read it and accept it.`,
  'amendment.proposed': (p) => `${p.by} proposes an amendment to “${p.title}”. Please answer before ${p.until}.`,
  'amendment.collecting': (p) =>
    `The amendment to “${p.title}” has every agreement it needs. Shares that rise are charged: it applies as soon as all is paid.`,
  'amendment.applied': (p) => `The amendment to “${p.title}” is adopted. What costs less is given back to you.`,
  'amendment.refused': (p) => `The amendment to “${p.title}” is refused: the contract stays as it is.`,
  'amendment.withdrawn': (p) => `${p.by} takes its amendment to “${p.title}” back: the contract stays as it is.`,
  'amendment.expired': (p) =>
    `The amendment to “${p.title}” no longer holds: the contract stays as it is. What was paid for it is given back.`,
  'mission.started': (p) => `The mission begins: ${p.title}.`,
  'mission.cancelled': (p) => `The mission “${p.title}” is cancelled. What was not released is refunded to you.`,
  'mission.completed': (p) => `The mission “${p.title}” is complete.`,
  'mission.delegates_named': (p) =>
    `For “${p.title}”, the next deliveries of the common lot are accepted on behalf of all by ${p.delegates}.`,
  'milestone.delivered_to_delegates': (p) =>
    `“${p.milestone}” is delivered. The delegates accept it on behalf of all, before ${p.until}. You may ask for changes or contest your part.`,
  'milestone.delivered': (p) => `“${p.milestone}” is delivered. Please accept before ${p.until}.`,
  'milestone.accepted': (p) => `“${p.milestone}” is accepted.`,
  'milestone.changes_requested': (p) => `Changes are requested on “${p.milestone}”.`,
  'milestone.contested': (p) => `${p.firm} contests its part of “${p.milestone}”.`,
  'milestone.reminder': (p) => `Without an answer from you, “${p.milestone}” is accepted on ${p.until}.`,
  'transfer.made': (p) => `${euros(p, 'en')} have been transferred to you for “${p.title}”.`,
  'payout_account.changed': (p) =>
    p.status === 'active' ? 'Your payout account is verified.' : 'Your payout account needs your attention.',
  'review.open': (p) => `“${p.title}” is complete. Say how it went before ${p.until}.`,
  'review.reminder': (p) => `Three days are left to review “${p.title}”: until ${p.until}.`,
  'review.published': (p) => `A review has come out after “${p.title}”.`,
  'review.replied': (p) => `Your review of “${p.title}” has a reply.`,
  'review.reported': (p) => `A review of “${p.title}” is reported: please see whether it stays.`,
  'room.mention': (p) => `${p.by} mentioned you in ${p.title}.`,
}

/** One sentence for a person, on screen and as the subject of a letter. Instants in `until` are said as a day in Paris. */
export const sentenceOf = (kind: NotificationKind, params: Params, locale: Locale): string => {
  const said = { ...params, ...(typeof params.until === 'string' && { until: dayOf(params.until, locale) }) }
  return locale === 'fr' ? unbreakable(fr[kind](said)) : en[kind](said)
}

/** No French line begins with ; : ! ? € % or », nor ends with «. */
const unbreakable = (sentence: string): string => sentence.replaceAll(/ (?=[;:!?€%»])|(?<=«) /g, '\u00a0')

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
