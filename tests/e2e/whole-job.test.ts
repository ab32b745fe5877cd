import { expectBooksToBalance } from '../support/books.ts'
import { describeInBrowser } from './support/chromium.ts'
import type { Person } from './support/person.ts'
import { signUp } from './support/pages/accounts.ts'
import { castVote, closeVote, score } from './support/pages/ballots.ts'
import { fillBid, openPayoutAccount, submitBid } from './support/pages/bids.ts'
import { answerInvitation, createGroup, fillGroup, inviteByLetter, readInviteLink, signCharterAndJoin } from './support/pages/groups.ts'
import {
  accept,
  acceptContract,
  deliver,
  milestone,
  openMission,
  openUnpaidShare,
  payWithAnotherCard,
  whereTheMoneyIs,
} from './support/pages/missions.ts'
import { fillNumbers, fillWhat, findNeed, moveNeed, nextStep } from './support/pages/needs.ts'
import { chooseKind, fillDetails, presentOrganisation, saveOrganisation, searchSiret, skipSiret } from './support/pages/organisations.ts'
import { cards, checkPledge, fillCap, goOn, joinNeed, onlyIfAtLeast, saveCardAndPledge } from './support/pages/pledges.ts'
import { openRoom, reads, say } from './support/pages/rooms.ts'
import { startStage } from './support/start-stage.ts'
import { bidOfHugo, bidOfInes, delivered, group, need, organisations } from './support/script.ts'

describeInBrowser('the whole job, on screen, by the six people it belongs to', () => {
  const stage = startStage('e2e')
  const { scene } = stage
  let association: Person
  let bakery: Person
  let florist: Person
  let bookshop: Person
  let ines: Person
  let hugo: Person
  let inviteLink: string
  let needPath: string
  let ballotPath: string

  scene('six people open the site', async () => {
    association = await stage.enter({ name: 'Michel Fabre', email: 'michel@vitrines.test', on: 'desktop' })
    bakery = await stage.enter({ name: 'Claire Perrin', email: 'claire@perrin.test', on: 'phone' })
    florist = await stage.enter({ name: 'Nora Belkacem', email: 'nora@fleurs.test', on: 'phone' })
    bookshop = await stage.enter({ name: 'Jean Roux', email: 'jean@librairie.test', on: 'desktop' })
    ines = await stage.enter({ name: 'Inès Morel', email: 'ines@morel.test', on: 'desktop' })
    hugo = await stage.enter({ name: 'Hugo Lambert', email: 'hugo@lambert.test', on: 'phone' })
    await association.goTo('/')
    await association.look('accueil')
    await association.page.getByRole('link', { name: 'Créer un compte' }).first().click()
    await association.look('inscription')
  })

  scene('the association signs up by its letter and presents itself', async () => {
    await signUp(association, stage)
    await association.page.getByRole('heading', { name: 'Pour qui agissez-vous' }).waitFor()
    await association.look('structure-1-type')
    await chooseKind(association, organisations.association.kind)
    await searchSiret(association, '81234567800013')
    await association.look('structure-2-siret')
    await skipSiret(association)
    await fillDetails(association, organisations.association)
    await association.look('structure-3-coordonnees')
    await saveOrganisation(association)
    await association.sees('Bienvenue, Les Vitrines du Centre')
    await association.look('bienvenue')
  })

  scene('it founds a group, with its charter and rules, and invites by letter and by link', async () => {
    await association.page.getByRole('link', { name: 'Créer un groupement' }).click()
    await fillGroup(association, group)
    await association.look('groupement-nouveau')
    await createGroup(association, group)
    await inviteByLetter(association, [bakery.email, florist.email, 'pas-une-adresse'])
    await association.sees('2 invitations envoyées')
    inviteLink = await readInviteLink(association)
    await association.look('groupement-association')
  })

  scene('the firms answer, sign the charter, and the association sees them come in', async () => {
    await bakery.page.goto(await stage.linkInLetter(bakery.email, 'groups.invitation'))
    await bakery.look('invitation-visiteur')
    await association.staysHere(async () => {
      await Promise.all([
        answerInvitation(bakery, stage, await stage.linkInLetter(bakery.email, 'groups.invitation'), organisations.bakery),
        answerInvitation(florist, stage, await stage.linkInLetter(florist.email, 'groups.invitation'), organisations.florist),
        answerInvitation(bookshop, stage, inviteLink, organisations.bookshop),
      ])
      await bakery.look('invitation')
      for (const firm of [bakery, florist, bookshop]) await signCharterAndJoin(firm, group)
      await association.page.getByRole('heading', { name: '3 entreprises' }).waitFor()
    })
    await association.look('groupement-membres')
    await bakery.look('groupement-entreprise')
  })

  scene('two freelancers sign up, and one opens its payout account', async () => {
    const newcomers = [
      [ines, organisations.ines],
      [hugo, organisations.hugo],
    ] as const
    await Promise.all(
      newcomers.map(async ([person, organisation]) => {
        await signUp(person, stage)
        await presentOrganisation(person, organisation)
        await person.sees(`Bienvenue, ${organisation.name}`)
      }),
    )
    await ines.look('bienvenue-independante')
    await ines.page.getByRole('link', { name: 'Ouvrir mon compte' }).click()
    await ines.look('versements-a-ouvrir')
    await openPayoutAccount(ines, 'stripe-compte')
    await ines.look('versements-ouvert')
  })

  scene('the bakery posts the need', async () => {
    await bakery.goTo('/besoins')
    await bakery.look('besoins-vide')
    await bakery.goTo('/besoins/nouveau')
    await fillWhat(bakery, need)
    await bakery.look('besoin-nouveau-1')
    await nextStep(bakery)
    await fillNumbers(bakery, need)
    await bakery.look('besoin-nouveau-2')
    await nextStep(bakery)
    await bakery.page.getByRole('heading', { name: 'Relisez, puis publiez' }).waitFor()
    await bakery.look('besoin-nouveau-3')
    await bakery.page.getByRole('button', { name: 'Publier', exact: true }).click()
    await bakery.page.getByRole('heading', { level: 1, name: need.title }).waitFor()
    await bakery.look('besoin-porteur')
    needPath = new URL(bakery.page.url()).pathname
  })

  scene('« Moi aussi »: three firms pledge up to a cap, with a card, and the page of the bakery follows', async () => {
    await joinNeed(bakery)
    await bakery.look('engagement-1')
    await fillCap(bakery, 900)
    await goOn(bakery)
    await checkPledge(bakery)
    await saveCardAndPledge(bakery, cards.good, 'stripe-carte')
    await bakery.look('engagement-fait')
    await bakery.goTo(needPath)
    await florist.goTo('/besoins')
    await florist.look('besoins')
    await findNeed(florist, need.title)
    await florist.look('besoin')
    await bakery.staysHere(async () => {
      await joinNeed(florist)
      await fillCap(florist, 450)
      await goOn(florist)
      await onlyIfAtLeast(florist, 3)
      await florist.look('engagement-2')
      await checkPledge(florist)
      await florist.look('engagement-3')
      await saveCardAndPledge(florist, cards.good)
      await findNeed(bookshop, need.title)
      await joinNeed(bookshop)
      await fillCap(bookshop, 650)
      await goOn(bookshop)
      await checkPledge(bookshop)
      await saveCardAndPledge(bookshop, cards.refusedWhenCharged)
      await bakery.page.getByRole('heading', { name: 'Trois entreprises autour de la table' }).waitFor()
    })
    await bakery.look('besoin-engage')
  })

  scene('the firms of the need talk in its room, live', async () => {
    await Promise.all([openRoom(bakery, need.title), openRoom(bookshop, need.title)])
    await bakery.staysHere(async () => {
      await say(bookshop, 'Bonjour à toutes les deux, je suis ravi d’en être.')
      await reads(bakery, 'je suis ravi d’en être')
    })
    await say(bakery, 'Bienvenue Jean, à trois ce sera moins cher.')
    await reads(bookshop, 'à trois ce sera moins cher')
    await bakery.look('salon-besoin')
  })

  scene('both freelancers bid, with tiers and milestones', async () => {
    await findNeed(ines, need.title)
    await ines.look('besoin-a-chiffrer')
    await ines.page.getByRole('link', { name: 'Chiffrer ce besoin' }).first().click()
    await fillBid(ines, bidOfInes)
    await ines.look('offre-saisie')
    await submitBid(ines)
    await ines.look('offre-deposee')
    await findNeed(hugo, need.title)
    await hugo.page.getByRole('link', { name: 'Chiffrer ce besoin' }).filter({ visible: true }).first().click()
    await openPayoutAccount(hugo)
    await fillBid(hugo, bidOfHugo)
    await submitBid(hugo)
  })

  scene('the firms compare, the leader closes the table and opens the vote', async () => {
    await bookshop.goTo(`${needPath}/offres`)
    await bookshop.page.getByRole('heading', { level: 1, name: 'Comparez' }).waitFor()
    await bookshop.look('offres')
    await bookshop.page
      .getByRole('link', { name: /^Lire l’offre/ })
      .filter({ visible: true })
      .first()
      .click()
    await bookshop.page.getByRole('heading', { level: 1, name: 'Inès Morel propose' }).waitFor()
    await bookshop.look('offre')
    await bakery.goTo(needPath)
    await moveNeed(bakery, 'Clore le tour de table')
    await moveNeed(bakery, 'Ouvrir le vote')
    await bakery.page.getByRole('link', { name: 'Voter' }).filter({ visible: true }).first().click()
    await bakery.page.getByRole('heading', { name: 'Votre bulletin' }).waitFor()
  })

  scene('everybody votes, each sees the others come, and the outcome is on record', async () => {
    ballotPath = new URL(bakery.page.url()).pathname
    await Promise.all([florist.goTo(ballotPath), bookshop.goTo(ballotPath)])
    await bakery.look('vote')
    await bakery.staysHere(async () => {
      for (const voter of [florist, bookshop]) {
        await score(voter, { 'Inès Morel': 5, 'Atelier Lambert': 3 })
        await castVote(voter)
      }
      await bakery.sees('2 entreprises sur 3')
    })
    await florist.look('vote-depose')
    await score(bakery, { 'Inès Morel': 4, 'Atelier Lambert': 2 })
    await castVote(bakery)
    await bookshop.staysHere(async () => {
      await closeVote(bakery)
      await bookshop.page.getByRole('heading', { level: 1, name: 'Offre choisie' }).waitFor()
    })
    await bookshop.look('vote-clos')
  })

  scene('each firm is charged its own part; the bookshop’s card is refused, and it pays with another', async () => {
    await bookshop.page.getByRole('link', { name: 'Ouvrir la mission' }).click()
    await bookshop.sees('Vous devez 660,00 €')
    await bookshop.look('mission-a-payer')
    await openMission(bakery)
    await bakery.sees('2 parts payées sur 3')
    await bakery.look('mission-paiements')
    await openUnpaidShare(bookshop, '660,00 €')
    await bookshop.look('paiement-refuse')
    await bakery.staysHere(async () => {
      await payWithAnotherCard(bookshop, '660,00 €', cards.good)
      await bakery.sees('3 parts payées sur 3')
    })
    await bookshop.look('part-reglee')
    await Promise.all([openMission(bookshop), openMission(florist), openMission(ines)])
    await florist.look('mission-commencee')
    await ines.look('mission-independante')
  })

  scene('all talk in the mission’s room, the association with its firms in the group’s', async () => {
    await Promise.all([
      openRoom(ines, 'Toutes les entreprises'),
      ...[bakery, florist].map((firm) => openRoom(firm, 'Entreprises + Inès Morel')),
    ])
    await bakery.staysHere(async () => {
      await say(ines, 'Bonjour, je passe dans vos boutiques jeudi matin.')
      await Promise.all([reads(bakery, 'je passe dans vos boutiques'), reads(florist, 'je passe dans vos boutiques')])
    })
    await ines.staysHere(async () => {
      await say(florist, 'Parfait, nous ouvrons à neuf heures.')
      await reads(ines, 'nous ouvrons à neuf heures')
    })
    await say(bakery, 'Et nous à sept heures, avec du café.')
    await reads(florist, 'avec du café')
    await ines.look('salon-mission')
    await openRoom(association, group.name)
    await openRoom(bookshop, group.name)
    await say(association, 'Bravo à tous les trois pour ce premier achat commun.')
    await reads(bookshop, 'ce premier achat commun')
    await association.look('salon-groupement')
  })

  scene('the freelancer and a firm read the contract and accept it', async () => {
    await Promise.all([openMission(ines), openMission(bakery)])
    await Promise.all([acceptContract(ines), acceptContract(bakery)])
    await bakery.look('contrat')
    await Promise.all([openMission(ines), openMission(bakery)])
    await bakery.sees('2 accords sur 5')
  })

  scene('the freelancer delivers, the firms accept, the money is released and every screen follows', async () => {
    await Promise.all([ines, bakery, florist, bookshop].map(openMission))
    await florist.staysHere(async () => {
      await deliver(ines, delivered.milestone, delivered.note, delivered.link)
      await milestone(florist, delivered.milestone).getByRole('button', { name: 'Accepter', exact: true }).waitFor()
    })
    await florist.look('mission-livree')
    await ines.staysHere(async () => {
      await accept(bookshop, delivered.milestone)
      await milestone(ines, delivered.milestone).getByText('A accepté : Librairie Roux').waitFor()
      await accept(bakery, delivered.milestone)
      await milestone(ines, delivered.milestone).getByText('versé à Inès Morel').waitFor()
    })
    await florist.staysHere(() => milestone(florist, delivered.milestone).getByText('versé à Inès Morel').waitFor())
    await bakery.look('mission-versee')
    await ines.look('mission-versee-independante')
  })

  scene('every cent is on screen and the columns add up, for the firms, the freelancer and the association', async () => {
    const places = await whereTheMoneyIs(bakery)
    expect(places.get('Payé à ce jour')).toBe(198_000)
    expect(places.get('Retenu jusqu’à l’accord')).toBe(111_600)
    expect([...places.values()].reduce((sum, cents) => sum + cents, 0)).toBe(2 * 198_000)
    await bakery.page.getByRole('link', { name: 'Tous les mouvements' }).click()
    await bakery.look('mouvements')
    await ines.goTo('/tableau-de-bord')
    await ines.sees('806,40 €')
    await ines.look('independant')
    await association.goTo('/tableau-de-bord')
    await association.sees('1 980,00 €')
    await association.look('association')
    await expectBooksToBalance(stage.app)
  })

  scene('the pages beside the road hold as well', async () => {
    const passer = await stage.enter({ name: 'Un passant', email: 'passant@exemple.test', on: 'phone' })
    const visits: [Person, Record<string, string>][] = [
      [
        passer,
        {
          connexion: '/connexion',
          'mot-de-passe-oublie': '/mot-de-passe-oublie',
          aide: '/aide',
          'mentions-legales': '/mentions-legales',
          'vos-donnees': '/vos-donnees',
          accessibilite: '/accessibilite',
          'page-absente': '/nulle-part',
          'besoin-visiteur': needPath,
          affichette: `${needPath}/affichette`,
        },
      ],
      [bakery, { 'tableau-entreprise': '/tableau-de-bord', notifications: '/notifications', missions: '/missions', carte: '/paiement' }],
      [ines, { 'versements-recus': '/versements', compte: '/compte', 'notifications-reglages': '/notifications?onglet=reglages' }],
      [hugo, { 'mes-offres': '/mes-offres', 'independant-vide': '/tableau-de-bord' }],
      [association, { groupements: '/groupements', salons: '/salons' }],
    ]
    await Promise.all(
      visits.map(async ([person, pages]) => {
        for (const [picture, path] of Object.entries(pages)) {
          await person.goTo(path)
          await person.look(picture)
        }
      }),
    )
  })

  scene('by keyboard, in English and in the dark', async () => {
    const passer = await stage.enter({ name: 'Une passante', email: 'passante@exemple.test', on: 'desktop' })
    await passer.goTo('/')
    await passer.page.keyboard.press('Tab')
    expect(await passer.page.evaluate(() => document.activeElement?.textContent)).toBe('Aller au contenu')
    await passer.page.getByRole('button', { name: 'English' }).click()
    await passer.page.getByRole('heading', { name: 'How it works' }).waitFor()
    await passer.look('accueil-anglais')
    for (const [person, picture] of [
      [bookshop, 'mission'],
      [association, 'salons'],
      [ines, 'notifications'],
    ] as const) {
      await person.page.emulateMedia({ colorScheme: 'dark' })
      await person.look(`${picture}-sombre`)
    }
    await florist.page.emulateMedia({ colorScheme: 'dark' })
    for (const [path, picture] of [
      [needPath, 'besoin'],
      [`${needPath}/offres`, 'offres'],
      [ballotPath, 'vote-clos'],
    ] as const) {
      await florist.goTo(path)
      await florist.look(`${picture}-sombre`)
    }
  })

  it('nothing on any page breaks an accessibility rule, overflows a small phone or complains in the console', () => {
    expect(stage.faults).toEqual([])
  })
})
