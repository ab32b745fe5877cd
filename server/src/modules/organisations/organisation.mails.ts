import { appUrl } from '../../platform/config.ts'
import type { MailTemplates } from '../../platform/mail/mail-template.ts'

export const organisationMails: MailTemplates = {
  'organisations.invite-colleague': {
    fr: ({ inviter, organisation, path }) => ({
      subject: `${inviter} vous invite à rejoindre ${organisation}`,
      paragraphs: [`Bonjour,`, `${inviter} vous propose d’agir pour ${organisation} sur Mutuo, avec votre propre compte.`],
      action: { label: 'Rejoindre la structure', url: appUrl(String(path) as `/${string}`) },
      footnote: 'Cette invitation est valable 7 jours, une seule fois, pour l’adresse à laquelle elle est envoyée.',
    }),
    en: ({ inviter, organisation, path }) => ({
      subject: `${inviter} invites you to join ${organisation}`,
      paragraphs: [`Hello,`, `${inviter} invites you to act for ${organisation} on Mutuo, with an account of your own.`],
      action: { label: 'Join the organisation', url: appUrl(String(path) as `/${string}`) },
      footnote: 'This invitation works once, for 7 days, for the address that it was sent to.',
    }),
  },
}
