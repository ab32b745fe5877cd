import { appUrl } from '../../platform/config.ts'
import type { MailTemplates } from '../../platform/mail/mail-template.ts'
import { sealedLink } from '../../platform/mail/sealed-path.ts'

export const accountMails: MailTemplates = {
  'accounts.confirm-email': {
    fr: (params) => ({
      subject: 'Confirmez votre adresse',
      paragraphs: [
        `Bonjour ${params['name']},`,
        'Votre compte Mutuo est presque prêt : il reste à confirmer que cette adresse est bien la vôtre.',
      ],
      action: { label: 'Confirmer mon adresse', url: sealedLink(params) },
      footnote:
        'Ce lien est valable 24 heures et ne sert qu’une fois. Si vous n’avez rien demandé, ignorez cette lettre : aucun compte ne sera ouvert.',
    }),
    en: (params) => ({
      subject: 'Confirm your address',
      paragraphs: [`Hello ${params['name']},`, 'Your Mutuo account is almost ready: please confirm that this address is yours.'],
      action: { label: 'Confirm my address', url: sealedLink(params) },
      footnote: 'This link works once, for 24 hours. If you asked for nothing, ignore this letter: no account will be opened.',
    }),
  },
  'accounts.already-registered': {
    fr: ({ name }) => ({
      subject: 'Vous avez déjà un compte',
      paragraphs: [
        `Bonjour ${name},`,
        'Quelqu’un, vous sans doute, vient de demander un compte Mutuo avec cette adresse. Vous en avez déjà un : connectez-vous, ou choisissez un nouveau mot de passe.',
      ],
      action: { label: 'Me connecter', url: appUrl('/connexion') },
      footnote: 'Si ce n’était pas vous, vous n’avez rien à faire : votre compte n’a pas changé.',
    }),
    en: ({ name }) => ({
      subject: 'You already have an account',
      paragraphs: [
        `Hello ${name},`,
        'Somebody, most likely you, has just asked for a Mutuo account with this address. You already have one: sign in, or choose a new password.',
      ],
      action: { label: 'Sign in', url: appUrl('/connexion') },
      footnote: 'If it was not you, there is nothing to do: your account has not changed.',
    }),
  },
  'accounts.reset-password': {
    fr: (params) => ({
      subject: 'Choisissez un nouveau mot de passe',
      paragraphs: [`Bonjour ${params['name']},`, 'Vous avez demandé à changer le mot de passe de votre compte Mutuo.'],
      action: { label: 'Choisir un mot de passe', url: sealedLink(params) },
      footnote:
        'Ce lien est valable 30 minutes et ne sert qu’une fois. Si vous n’avez rien demandé, ignorez cette lettre : votre mot de passe ne change pas.',
    }),
    en: (params) => ({
      subject: 'Choose a new password',
      paragraphs: [`Hello ${params['name']},`, 'You asked to change the password of your Mutuo account.'],
      action: { label: 'Choose a password', url: sealedLink(params) },
      footnote: 'This link works once, for 30 minutes. If you asked for nothing, ignore this letter: your password does not change.',
    }),
  },
  'accounts.password-changed': {
    fr: ({ name }) => ({
      subject: 'Votre mot de passe a changé',
      paragraphs: [
        `Bonjour ${name},`,
        'Le mot de passe de votre compte Mutuo vient de changer, et vos autres appareils ont été déconnectés.',
      ],
      footnote: 'Si ce n’était pas vous, demandez tout de suite un nouveau mot de passe depuis la page de connexion.',
    }),
    en: ({ name }) => ({
      subject: 'Your password has changed',
      paragraphs: [`Hello ${name},`, 'The password of your Mutuo account has just changed, and your other devices were signed out.'],
      footnote: 'If it was not you, ask for a new password at once from the sign-in page.',
    }),
  },
}
