import type { MailTemplates } from '../../platform/mail/mail-template.ts'

export const notificationMails: MailTemplates = {
  'notifications.one': {
    fr: ({ name, sentence, url }) => ({
      subject: String(sentence),
      paragraphs: [`Bonjour ${name},`, String(sentence)],
      action: { label: 'Voir sur Mutuo', url: String(url) },
      footnote: 'Vous choisissez ce que vous recevez, et quand, dans vos préférences.',
    }),
    en: ({ name, sentence, url }) => ({
      subject: String(sentence),
      paragraphs: [`Hello ${name},`, String(sentence)],
      action: { label: 'Open in Mutuo', url: String(url) },
      footnote: 'You choose what you receive, and when, in your preferences.',
    }),
  },
  'notifications.digest': {
    fr: ({ name, count, sentences, url }) => ({
      subject: count === 1 ? 'Une nouvelle de votre groupement' : `${count} nouvelles de vos groupements`,
      paragraphs: [`Bonjour ${name},`, 'Voici ce qui s’est passé depuis hier :', String(sentences)],
      action: { label: 'Tout voir sur Mutuo', url: String(url) },
    }),
    en: ({ name, count, sentences, url }) => ({
      subject: count === 1 ? 'News from your group' : `${count} pieces of news from your groups`,
      paragraphs: [`Hello ${name},`, 'Here is what has happened since yesterday:', String(sentences)],
      action: { label: 'See all in Mutuo', url: String(url) },
    }),
  },
}
