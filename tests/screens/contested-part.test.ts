import { anAwardedMission, getMission, type Running } from '../support/builders/mission.ts'
import { expectBooksToBalance } from '../support/books.ts'
import { skippingDays } from '../support/skip-days.ts'
import { onBothDevices } from '../e2e/support/on-both-devices.ts'
import {
  accept,
  askForChanges,
  confirm,
  deliver,
  goToMission,
  milestone,
  openContestation,
  openSettlement,
  whereTheMoneyIs,
} from '../e2e/support/pages/missions.ts'
import type { Person } from '../e2e/support/person.ts'

const link = { label: 'Le plan', url: 'https://exemple.test/plan' }

onBothDevices('a firm contests its part of what was delivered', 'contested-part', (stage, on) => {
  const skipDays = skippingDays(stage.app)
  let running: Running
  let title: string
  let baker: Person, florist: Person, cheese: Person
  let freelancer: Person, association: Person

  const everyone = () => [baker, florist, cheese, freelancer, association]

  stage.scene('the leader names who accepts for all', async () => {
    running = await anAwardedMission(stage.app, { firms: 3, charter: { commonAcceptance: 'delegates' } })
    const { owners, bidders } = running
    title = (await getMission(owners[0]!, running.missionId)).milestones[0]!.title
    ;[baker, florist, cheese] = (await Promise.all(owners.map((owner) => stage.seat(owner, on)))) as [Person, Person, Person]
    freelancer = await stage.seat(bidders[0]!, on)
    association = await stage.seat(running.association, on)
    await Promise.all(everyone().map((person) => goToMission(person, running.missionId)))
    await baker.page.getByRole('button', { name: 'Nommer les déléguées' }).click()
    await baker.page.getByRole('dialog').getByRole('checkbox', { name: owners[1]!.organisationName }).check()
    await baker.look('deleguees')
    await cheese.staysHere(async () => {
      await confirm(baker, 'Nommer')
      await cheese.page.getByRole('region', { name: 'Qui accepte pour toutes' }).getByText(owners[1]!.organisationName).waitFor()
    })
  })

  stage.scene('the freelancer delivers, and a delegate asks for two changes', async () => {
    await florist.staysHere(async () => {
      await deliver(freelancer, title, 'Le plan de vos boutiques est là.', link)
      await milestone(florist, title).getByText('Le plan de vos boutiques est là.').waitFor()
    })
    await florist.sees('Nous vous le rappelons')
    await florist.look('mission-livree')
    await cheese.sees('Si les entreprises déléguées ne répondent pas')
    await cheese.look('mission-livree-non-deleguee')
    await askForChanges(florist, title, ['La page du samedi manque', 'Le nom de la rue est faux'])
    await florist.look('retouches')
    await freelancer.staysHere(async () => {
      await confirm(florist, 'Demander ces retouches')
      await freelancer.sees('2 retouches demandées')
    })
    await freelancer.look('retouches-demandees')
  })

  stage.scene('it is delivered again; one delegate accepts, a firm contests its part, and the association reads why', async () => {
    await milestone(freelancer, title).getByRole('button', { name: 'Livrer de nouveau' }).click()
    await freelancer.page.getByRole('dialog').getByLabel('Ce que vous livrez').fill('Le samedi est là, la rue est juste.')
    await confirm(freelancer, 'Livrer ce jalon')
    await milestone(baker, title).getByText('Le samedi est là').waitFor()
    await accept(baker, title)
    await openContestation(cheese, title, 'Ma boutique manque dans le plan')
    await cheese.look('contester')
    await Promise.all(
      [association, freelancer]
        .map((person) => person.staysHere(() => person.sees('« Ma boutique manque dans le plan »')))
        .concat(confirm(cheese, 'Contester ma part')),
    )
    await baker.sees(`${running.owners[2]!.organisationName} conteste sa part`)
    expect(await baker.page.getByText('Ma boutique manque').count()).toBe(0)
    await cheese.look('mission-contestee')
    await association.look('mediation-association')
  })

  stage.scene(
    'the silent delegate is reminded, then its silence counts: the other parts are released, the contested one waits',
    async () => {
      await skipDays(12)
      await florist.goTo('/notifications')
      await florist.look('rappel')
      await skipDays(2)
      await Promise.all([baker, florist].map((person) => goToMission(person, running.missionId)))
      await milestone(florist, title).getByText('Votre part est versée').waitFor()
      await milestone(cheese, title).getByText('Votre part est contestée').waitFor()
      const places = await whereTheMoneyIs(florist)
      expect(places.get('Payé à ce jour')).toBe(225_000)
      expect(places.get('Retenu jusqu’à l’accord')).toBe(195_000)
      await florist.look('mission-acceptee')
      await cheese.look('part-retenue')
      await expectBooksToBalance(stage.app)
    },
  )

  stage.scene('the association closes the mediation, and the part is released under the eyes of all', async () => {
    await goToMission(association, running.missionId)
    await openSettlement(association, title, 'La boutique est ajoutée au plan')
    await association.look('clore-la-mediation')
    await cheese.staysHere(async () => {
      await confirm(association, 'Accepter la part')
      await milestone(cheese, title).getByText('Accepté et versé').waitFor()
    })
    await cheese.look('part-versee')
    await association.look('mission-association')
    const places = await whereTheMoneyIs(cheese)
    expect(places.get('Payé à ce jour')).toBe(225_000)
    expect(places.get('Retenu jusqu’à l’accord')).toBe(135_000)
    await expectBooksToBalance(stage.app)
  })
})
