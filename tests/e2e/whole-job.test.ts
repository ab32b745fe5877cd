import { describeInBrowser } from './support/chromium.ts'
import type { Person } from './support/person.ts'
import { signUp } from './support/pages/accounts.ts'
import { fillBid, openPayoutAccount, submitBid } from './support/pages/bids.ts'
import { fillNumbers, fillWhat, findNeed, goOn } from './support/pages/needs.ts'
import { chooseKind, fillDetails, presentOrganisation, saveOrganisation, searchSiret, skipSiret } from './support/pages/organisations.ts'
import { startStage } from './support/start-stage.ts'
import { bidOfHugo, bidOfInes, need, organisations } from './support/script.ts'

describeInBrowser('the whole job, on screen, by the six people it belongs to', () => {
  const stage = startStage()
  const { scene } = stage
  let association: Person
  let bakery: Person
  let florist: Person
  let bookshop: Person
  let ines: Person
  let hugo: Person

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

  scene(
    'the bakery, the florist, the bookshop and two freelancers do as much',
    async () => {
      const newcomers = [
        [bakery, organisations.bakery],
        [florist, organisations.florist],
        [bookshop, organisations.bookshop],
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
    },
    120_000,
  )

  scene('the association creates a group', async () => {
    const { devGroup } = await import('./support/dev-group.ts')
    await devGroup(stage.app, association, [bakery, florist, bookshop])
  })

  scene('the bakery posts the need', async () => {
    await bakery.goTo('/besoins')
    await bakery.look('besoins-vide')
    await bakery.goTo('/besoins/nouveau')
    await fillWhat(bakery, need)
    await bakery.look('besoin-nouveau-1')
    await goOn(bakery)
    await fillNumbers(bakery, need)
    await bakery.look('besoin-nouveau-2')
    await goOn(bakery)
    await bakery.page.getByRole('heading', { name: 'Relisez, puis publiez' }).waitFor()
    await bakery.look('besoin-nouveau-3')
    await bakery.page.getByRole('button', { name: 'Publier', exact: true }).click()
    await bakery.page.getByRole('heading', { level: 1, name: need.title }).waitFor()
    await bakery.look('besoin-porteur')
    await florist.goTo('/besoins')
    await florist.look('besoins')
    await findNeed(florist, need.title)
    await florist.look('besoin')
  })

  scene('both freelancers open their payout account and bid', async () => {
    await ines.goTo('/versements')
    await ines.look('versements-a-ouvrir')
    await openPayoutAccount(ines)
    await ines.look('versements-ouvert')
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

  it('nothing on any page breaks an accessibility rule, overflows a small phone or complains in the console', () => {
    expect(stage.faults).toEqual([])
  })
})
