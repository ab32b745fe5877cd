import type { MailTemplates } from '../../platform/mail/mail-template.ts'
import { sealedLink } from '../../platform/mail/sealed-path.ts'

export const organisationMails: MailTemplates = {
  'organisations.invite-colleague': {
    fr: (params) => ({
      subject: `${params['inviter']} vous invite à rejoindre ${params['organisation']}`,
      paragraphs: [
        `Bonjour,`,
        `${params['inviter']} vous propose d’agir pour ${params['organisation']} sur Mutuo, avec votre propre compte.`,
      ],
      action: { label: 'Rejoindre la structure', url: sealedLink(params) },
      footnote: 'Cette invitation est valable 7 jours, une seule fois, pour l’adresse à laquelle elle est envoyée.',
    }),
    en: (params) => ({
      subject: `${params['inviter']} invites you to join ${params['organisation']}`,
      paragraphs: [
        `Hello,`,
        `${params['inviter']} invites you to act for ${params['organisation']} on Mutuo, with an account of your own.`,
      ],
      action: { label: 'Join the organisation', url: sealedLink(params) },
      footnote: 'This invitation works once, for 7 days, for the address that it was sent to.',
    }),
  },
}
