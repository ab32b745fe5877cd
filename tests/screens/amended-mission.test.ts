import { missions } from '@mutuo/server/modules/missions/index.ts'
import { anAwardedMission, deliver, getMission, type Running } from '../support/builders/mission.ts'
import { expectBooksToBalance } from '../support/books.ts'
import { cards, saveCardOnPage } from '../support/builders/payment.ts'
import { ok } from '../support/personas.ts'
import { onBothDevices } from '../e2e/support/on-both-devices.ts'
import { amendment, fillAmendment, openAmendments } from '../e2e/support/pages/amendments.ts'
import {
  acceptContract,
  confirm,
  confirmByPassword,
  goToMission,
  milestone,
  payWithAnotherCard,
  whereTheMoneyIs,
} from '../e2e/support/pages/missions.ts'
import type { Person } from '../e2e/support/person.ts'

const reason = 'Deux rues de moins, et le marché de Noël d’abord'

onBothDevices('a mission is amended on its way', 'amended-mission', (stage, on) => {
  let running: Running
  let second: string
  let baker: Person, florist: Person, cheese: Person
  let freelancer: Person

  stage.scene('each party reads the contract and accepts it, and its first milestone is paid', async () => {
    running = await anAwardedMission(stage.app, { firms: 3 })
    const { owners, bidders, missionId } = running
    ;[baker, florist, cheese] = (await Promise.all(owners.map((owner) => stage.seat(owner, on)))) as [Person, Person, Person]
    freelancer = await stage.seat(bidders[0]!, on)
    await goToMission(baker, missionId)
    await acceptContract(baker)
    await baker.look('contrat')
    const { id } = await deliver(stage.app, running)
    for (const owner of owners.slice(0, 2)) ok(await owner.post(`/missions/${missionId}/milestones/${id}/acceptance`))
    await stage.app.drain()
    second = (await getMission(bidders[0]!, missionId)).milestones[1]!.title
  })

  stage.scene('the freelancer proposes an amendment: what is delivered, its day, and a lower price', async () => {
    await Promise.all([freelancer, florist].map((person) => goToMission(person, running.missionId)))
    await openAmendments(freelancer)
    await freelancer.look('avenants-aucun')
    await fillAmendment(freelancer, reason, [{ step: second, euros: 599.99, day: '2031-11-30', text: 'Le suivi de trois rues' }])
    await freelancer.look('avenant-formulaire')
    await freelancer.page.getByRole('button', { name: 'Proposer', exact: true }).click()
    await freelancer.look('avenant-confirmation')
    await florist.staysHere(async () => {
      await confirmByPassword(freelancer, 'Proposer')
      await florist.sees('Un avenant attend votre réponse')
    })
    await amendment(freelancer, 1).waitFor()
    await freelancer.look('avenant-propose')
    await florist.look('mission-avenant-attendu')
  })

  stage.scene('a firm refuses with its reason, two agree, and it applies under the eyes of the freelancer', async () => {
    await Promise.all([baker, cheese].map((person) => person.goTo(`/missions/${running.missionId}/avenants`)))
    await florist.page.getByRole('link', { name: 'Voir l’avenant' }).click()
    await amendment(florist, 1).waitFor()
    await florist.look('avenant-a-repondre')
    await amendment(cheese, 1).getByRole('button', { name: 'Refuser' }).click()
    await cheese.page.getByRole('dialog').getByLabel('Pourquoi').fill('Je préfère toutes les rues')
    await cheese.look('avenant-refus')
    await confirm(cheese, 'Refuser')
    await freelancer.staysHere(async () => {
      for (const firm of [baker, florist]) {
        await amendment(firm, 1).getByRole('button', { name: 'Donner mon accord' }).click()
        if (firm === baker) await baker.look('avenant-accord')
        await confirmByPassword(firm, 'Donner mon accord')
      }
      await amendment(freelancer, 1).getByText('Adopté').waitFor()
    })
    await florist.sees('La différence vous est rendue sur votre carte')
    await florist.look('avenant-applique')
    await expectBooksToBalance(stage.app)
  })

  stage.scene('the mission, its money and the contract follow; what was paid out has not moved', async () => {
    await stage.app.drain()
    await goToMission(florist, running.missionId)
    await milestone(florist, second).getByText('599,99 €').waitFor()
    await milestone(florist, 'Jalon 1').getByText('versé à').waitFor()
    await florist.look('mission-avenant-applique')
    const places = await whereTheMoneyIs(florist)
    expect(places.get('Payé à ce jour')).toBe(225_000)
    expect(places.get('Remboursé')).toBe(30_001)
    expect((await missions.sharesOf([running.missionId])).reduce((sum, share) => sum + share.takenOffMinor, 0)).toBe(30_001)
    await florist.page.getByRole('link', { name: 'Contrat de mission, version 2' }).click()
    await florist.sees('Cette version tient compte de l’avenant 1')
    await florist.look('contrat-version-2')
    await florist.page.getByRole('link', { name: 'Version 1', exact: true }).click()
    await florist.sees('Ancienne version 1')
    await florist.look('contrat-ancienne-version')
    await expectBooksToBalance(stage.app)
  })

  stage.scene('the price then rises above what the firms have pledged: each reads its own difference before it agrees', async () => {
    await saveCardOnPage(running.owners[2]!, cards.refusedWhenCharged)
    await goToMission(baker, running.missionId)
    await openAmendments(baker)
    await fillAmendment(baker, 'Neuf rues de plus, finalement', [{ step: second, euros: 1499.99 }])
    await baker.page.getByRole('button', { name: 'Proposer', exact: true }).click()
    await baker.page.getByRole('dialog').getByText('Différence TTC').waitFor()
    await baker.look('hausse-confirmation')
    await confirmByPassword(baker, 'Proposer')
    await amendment(baker, 2).waitFor()
    for (const person of [florist, cheese, freelancer]) await person.goTo(`/missions/${running.missionId}/avenants`)
    await amendment(florist, 2).getByText('C’est plus que ce que vous avez promis').waitFor()
    await florist.look('hausse-a-repondre')
    await amendment(florist, 2).getByRole('button', { name: 'Donner mon accord' }).click()
    await florist.look('hausse-accord')
    await confirmByPassword(florist, 'Donner mon accord')
    for (const person of [freelancer, cheese]) {
      await amendment(person, 2).getByRole('button', { name: 'Donner mon accord' }).click()
      await confirmByPassword(person, 'Donner mon accord')
    }
    await amendment(florist, 2).getByText('Paiements en cours').waitFor()
  })

  stage.scene('one card is refused: its firm alone is told and mends it, the others read how many are done', async () => {
    await stage.app.drain()
    await amendment(florist, 2).getByText('2 entreprises sur 3').waitFor()
    await florist.sees('Votre différence est réglée')
    await florist.look('hausse-en-paiement')
    await amendment(cheese, 2)
      .getByRole('link', { name: /^Régler/ })
      .waitFor()
    await cheese.look('hausse-carte-refusee')
    await goToMission(cheese, running.missionId)
    await cheese.sees('pour l’avenant 2')
    await cheese.look('mission-hausse-a-regler')
    await cheese.page
      .getByRole('link', { name: /^Régler/ })
      .filter({ visible: true })
      .first()
      .click()
    await cheese.page.getByRole('heading', { level: 1, name: 'Votre banque a refusé' }).waitFor()
    await cheese.look('hausse-a-regler')
    await florist.staysHere(async () => {
      await payWithAnotherCard(cheese, '300,00 €', cards.good, 'La différence est réglée')
      await amendment(florist, 2).getByText('Adopté').waitFor()
    })
    await cheese.look('hausse-reglee')
    await florist.look('hausse-appliquee')
    await goToMission(florist, running.missionId)
    await milestone(florist, second).getByText('1 499,99 €').waitFor()
    await florist.look('mission-hausse-appliquee')
    expect((await whereTheMoneyIs(florist)).get('Payé à ce jour')).toBe(315_000)
    await expectBooksToBalance(stage.app)
  })
})
