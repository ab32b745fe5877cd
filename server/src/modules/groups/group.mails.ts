import type { MailTemplates } from '../../platform/mail/mail-template.ts'
import { sealedLink } from '../../platform/mail/sealed-path.ts'

export const groupMails: MailTemplates = {
  'groups.invitation': {
    fr: (params) => ({
      subject: `${params['association']} vous invite dans le groupement ${params['group']}`,
      paragraphs: [
        'Bonjour,',
        `${params['association']} vous propose de rejoindre le groupement ${params['group']} (${params['commune']}) : ses entreprises achètent ensemble les compétences numériques qu’aucune ne pourrait s’offrir seule. Chacune paie sa part, et rien de plus.`,
        ...(params['message'] ? [`« ${params['message']} »`] : []),
      ],
      action: { label: 'Lire la charte et répondre', url: sealedLink(params) },
      footnote:
        'Cette invitation est valable 7 jours et ne sert qu’une fois. Rien ne vous engage tant que vous n’avez pas signé la charte.',
    }),
    en: (params) => ({
      subject: `${params['association']} invites you to the group ${params['group']}`,
      paragraphs: [
        'Hello,',
        `${params['association']} invites you to join the group ${params['group']} (${params['commune']}): its firms buy together the digital skills that none of them could afford alone. Each pays its own share, and nothing more.`,
        ...(params['message'] ? [`“${params['message']}”`] : []),
      ],
      action: { label: 'Read the charter and answer', url: sealedLink(params) },
      footnote: 'This invitation works once, for 7 days. Nothing binds you until you have signed the charter.',
    }),
  },
}
