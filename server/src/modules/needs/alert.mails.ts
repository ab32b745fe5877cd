import type { MailTemplates } from '../../platform/mail/mail-template.ts'
import { sealedLink } from '../../platform/mail/sealed-path.ts'

export const alertMails: MailTemplates = {
  'needs.alert-found': {
    fr: (params) => ({
      subject:
        params['count'] === 1
          ? `Un nouveau besoin répond à votre alerte : ${params['first']}`
          : `${params['count']} nouveaux besoins répondent à votre alerte`,
      paragraphs: [
        `Bonjour ${params['name']},`,
        params['count'] === 1
          ? 'Vous vouliez être prévenu. Voici ce que vos voisins cherchent :'
          : 'Vous vouliez être prévenu. Voici ce que vos voisins cherchent, le plus ancien d’abord :',
        String(params['needs']),
      ],
      action: { label: params['count'] === 1 ? 'Voir ce besoin' : 'Voir ces besoins', url: String(params['url']) },
      footnote: `Chaque besoin n’est annoncé qu’une fois. Pour arrêter cette alerte, un clic suffit : ${sealedLink(params)}`,
    }),
    en: (params) => ({
      subject:
        params['count'] === 1 ? `A new need answers your alert: ${params['first']}` : `${params['count']} new needs answer your alert`,
      paragraphs: [
        `Hello ${params['name']},`,
        params['count'] === 1
          ? 'You asked to be told. This is what your neighbours look for:'
          : 'You asked to be told. This is what your neighbours look for, the oldest first:',
        String(params['needs']),
      ],
      action: { label: params['count'] === 1 ? 'See this need' : 'See these needs', url: String(params['url']) },
      footnote: `Each need is announced once. To stop this alert, one click is enough: ${sealedLink(params)}`,
    }),
  },
}
