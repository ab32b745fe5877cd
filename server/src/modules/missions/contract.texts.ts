import { formatBasisPoints } from '@mutuo/shared/money/format.ts'
import type { ContractView } from '@mutuo/shared/missions/contract.schema.ts'
import type { Locale } from '../../platform/access/viewer.ts'
import type { ContractContent } from './contract.model.ts'

type Clause = ContractView['clauses'][number]
type Told = { content: ContractContent; freelancer: string; association: string }
type AcceptanceWords = Record<ContractContent['rules']['commonAcceptance'], string>
type Clauses = (told: Told) => Clause[]

const inOrder = (codes: readonly string[], words: Record<string, string>) => codes.map((code) => words[code] ?? code)

const acceptanceFr: AcceptanceWords = {
  all: 'Un jalon du lot commun est accepté quand toutes les entreprises l’ont accepté.',
  majority_by_euros: 'Un jalon du lot commun est accepté quand les entreprises qui l’acceptent pèsent plus de la moitié de ses euros.',
  delegates:
    'Un jalon du lot commun est accepté quand les entreprises déléguées l’ont accepté : une à trois entreprises de la mission, que nomment l’entreprise qui porte le besoin ou l’association, avant la livraison. Au départ, l’entreprise qui porte le besoin est la déléguée. Une déléguée qui conteste ne décide plus que de sa part. S’il n’en reste aucune, il faut les entreprises qui pèsent plus de la moitié des euros du jalon.',
}

const acceptanceEn: AcceptanceWords = {
  all: 'A milestone of the common lot is accepted when every firm has accepted it.',
  majority_by_euros: 'A milestone of the common lot is accepted when the firms that accept it weigh more than half of its euros.',
  delegates:
    'A milestone of the common lot is accepted when the delegates have accepted it: one to three firms of the mission, named by the firm that leads the need or by the association before the delivery. At first the firm that leads the need is the delegate. A delegate that contests decides on its own part alone. Where none is left, it takes the firms that weigh more than half of the milestone’s euros.',
}

const formerNoticeDays = 30

const fr: Clauses = ({ content: { rules, waterfall, audiences }, freelancer, association }) => {
  const percent = (bp: number) => formatBasisPoints(bp, 'fr')
  return [
    {
      title: 'Ce que paie chaque entreprise',
      paragraphs: [
        'Chaque entreprise paie sa seule quote-part, dans la limite de son plafond, et rien au-delà. Aucune n’est solidaire des autres au-dessus de ce plafond.',
        'Les prix sont hors taxes. La TVA s’ajoute sur chaque facture.',
      ],
    },
    {
      title: 'Fonds retenus et acceptation',
      paragraphs: [
        'L’argent payé est retenu jusqu’à ce que le travail soit accepté, jalon par jalon.',
        acceptanceFr[rules.commonAcceptance],
        'Un lot propre est accepté par sa seule entreprise.',
        `Sans réponse ${rules.tacitAcceptanceDays} jours après la livraison, le silence vaut acceptation ; des rappels sont envoyés avant.`,
        'L’entreprise qui conteste retient sa seule part. Le reste est versé à temps.',
      ],
    },
    {
      title: 'Si une part n’est pas payée',
      paragraphs: [
        'Dans cet ordre, en s’arrêtant dès que la part est couverte. L’entreprise qui a payé n’est jamais touchée par le défaut d’une autre, au-delà de la solidarité qu’elle a choisie.',
      ],
      items: inOrder(waterfall, {
        retry: 'Un nouvel essai, si le motif du refus le permet.',
        grace: `${rules.graceDays} jours pour régler, avec des rappels.`,
        waiting_list: 'Une entreprise de la liste d’attente prend la place.',
        cover: 'La solidarité des membres qui l’ont acceptée, chacun dans sa limite.',
        bridge: `${association} avance le reste, si elle le peut.`,
        reduced_scope: 'Une mission réduite, par avenant.',
        cancellation: 'L’annulation : chacune récupère ce qui n’est pas accepté.',
      }),
    },
    {
      title: 'Qui lit quoi',
      paragraphs: [
        'Une entreprise ne lit jamais les montants d’une autre. Les totaux sont à toutes les parties.',
        rules.amountsOpenToAssociation
          ? `La charte ouvre les montants à ${association}.`
          : `${association} lit les totaux, sans les montants de chacune.`,
        'Les échanges ont l’un de ces publics :',
      ],
      items: inOrder(audiences, {
        firms: 'les entreprises entre elles ;',
        firms_and_freelancer: `les entreprises et ${freelancer} ;`,
        firm_and_freelancer: `une entreprise et ${freelancer} ;`,
        with_association: `les entreprises et ${association}.`,
      }),
    },
    {
      title: 'Frais et commission',
      paragraphs: [
        `Mutuo garde ${percent(rules.platformFeeBp)} de chaque jalon accepté${rules.commissionBp > 0 ? `, et ${association} ${percent(rules.commissionBp)}` : ''}, hors taxes. Ces sommes sont comprises dans le prix : ${freelancer} reçoit le reste.`,
      ],
    },
    {
      title: 'Mandat de facturation',
      paragraphs: [
        `${freelancer} donne à Mutuo mandat d’établir, en son nom et pour son compte, les factures de cette mission, une par entreprise et par jalon accepté. La TVA reste de la seule responsabilité de ${freelancer}, qui reçoit chaque facture et peut la contester.`,
        'Ce mandat vaut dès que ce contrat est accepté, et pour cette mission seulement.',
      ],
    },
    {
      title: 'Se faire remplacer, ou partir',
      paragraphs: [
        'Avec son accord, une autre entreprise du groupement peut reprendre une quote-part entière tant que rien n’en est accepté : elle est prélevée d’abord, puis l’entreprise qui part est remboursée.',
        `Une entreprise peut aussi donner un préavis de ${rules.noticeDays ?? formerNoticeDays} jours. Ce qui est à livrer d’ici là reste le sien ; ce qui vient après est proposé à la liste d’attente. Sans preneur, elle reste tenue par ce contrat.`,
        'Une entreprise qui entre accepte la version du contrat qui la nomme. Le prix ne change pour aucune autre.',
      ],
    },
    {
      title: 'Changer ce contrat',
      paragraphs: [
        `Un avenant change un texte, une date, un prix ou un jalon. Il faut l’accord de l’indépendant et celui du groupement, ${rules.commonAcceptance === 'delegates' ? 'à la majorité des euros' : 'par la règle d’acceptation ci-dessus'} ; un lot propre change avec l’accord de son entreprise.`,
        'Un avenant ne touche qu’à ce qui vient : ce qui est payé et accepté ne bouge jamais.',
      ],
    },
  ]
}

const en: Clauses = ({ content: { rules, waterfall, audiences }, freelancer, association }) => {
  const percent = (bp: number) => formatBasisPoints(bp, 'en')
  return [
    {
      title: 'What each firm pays',
      paragraphs: [
        'Each firm pays its own share within its cap, and nothing beyond. None is liable for another above its cap.',
        'Prices are net of tax. VAT is added on each invoice.',
      ],
    },
    {
      title: 'Retained funds and acceptance',
      paragraphs: [
        'Money that was paid is retained until the work is accepted, milestone by milestone.',
        acceptanceEn[rules.commonAcceptance],
        'An own lot is accepted by its own firm alone.',
        `Without an answer ${rules.tacitAcceptanceDays} days after the delivery, silence counts as acceptance; reminders are sent before.`,
        'A firm that contests holds back its own part alone. The rest is released on time.',
      ],
    },
    {
      title: 'If a share is not paid',
      paragraphs: [
        'In this order, stopping as soon as the share is covered. A firm that has paid is never touched by the default of another, beyond the cover that it has chosen.',
      ],
      items: inOrder(waterfall, {
        retry: 'Another try, where the reason of the refusal allows it.',
        grace: `${rules.graceDays} days to pay, with reminders.`,
        waiting_list: 'A firm of the waiting list takes the place.',
        cover: 'The cover of the members who agreed to it, each within its limit.',
        bridge: `${association} advances the rest, if it can.`,
        reduced_scope: 'A reduced mission, by amendment.',
        cancellation: 'Cancellation: each gets back what is not accepted.',
      }),
    },
    {
      title: 'Who reads what',
      paragraphs: [
        'A firm never reads the amounts of another. Totals are every party’s.',
        rules.amountsOpenToAssociation
          ? `The charter opens amounts to ${association}.`
          : `${association} reads the totals, without the amounts of each.`,
        'What is said has one of these audiences:',
      ],
      items: inOrder(audiences, {
        firms: 'the firms among themselves;',
        firms_and_freelancer: `the firms and ${freelancer};`,
        firm_and_freelancer: `one firm and ${freelancer};`,
        with_association: `the firms and ${association}.`,
      }),
    },
    {
      title: 'Fee and commission',
      paragraphs: [
        `Mutuo keeps ${percent(rules.platformFeeBp)} of each accepted milestone${rules.commissionBp > 0 ? `, and ${association} ${percent(rules.commissionBp)}` : ''}, net of tax. They are part of the price: ${freelancer} receives the rest.`,
      ],
    },
    {
      title: 'Invoicing mandate',
      paragraphs: [
        `${freelancer} mandates Mutuo to issue the invoices of this mission in its name and on its behalf, one a firm and accepted milestone. ${freelancer} alone answers for VAT, receives each invoice and may dispute it.`,
        'This mandate holds from the acceptance of this contract on, and for this mission only.',
      ],
    },
    {
      title: 'Being replaced, or leaving',
      paragraphs: [
        'With its consent, another firm of the group may take over a whole share as long as nothing of it is accepted: it is charged first, then the firm that leaves is refunded.',
        `A firm may also give ${rules.noticeDays ?? formerNoticeDays} days’ notice. What is to be delivered until then stays its own; what comes later is proposed to the waiting list. Without a taker it stays bound by this contract.`,
        'A firm that comes in accepts the version of the contract that names it. The price changes for no other.',
      ],
    },
    {
      title: 'Changing this contract',
      paragraphs: [
        `An amendment changes a text, a date, a price or a milestone. It takes the agreement of the freelancer and of the group, by ${rules.commonAcceptance === 'delegates' ? 'the majority of the euros' : 'the rule of acceptance above'}; an own lot changes with the agreement of its firm.`,
        'An amendment touches only what is to come: what is paid and accepted never moves.',
      ],
    },
  ]
}

/** The clauses of a version, in its reader's language. The French ones bind. */
export const clausesOf = (content: ContractContent, locale: Locale): Clause[] => {
  const nameOf = (role: string) => content.parties.find((party) => party.role === role)?.name ?? ''
  return { fr, en }[locale]({ content, freelancer: nameOf('freelancer'), association: nameOf('association') })
}
