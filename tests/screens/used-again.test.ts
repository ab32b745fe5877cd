import { anAwardedMission, deliver, getMission, type Running } from '../support/builders/mission.ts'
import { expectBooksToBalance } from '../support/books.ts'
import { aGroupWithMembers, ok, type Group } from '../support/personas.ts'
import { onBothDevices } from '../e2e/support/on-both-devices.ts'
import { confirm, goToMission } from '../e2e/support/pages/missions.ts'
import { nextStep } from '../e2e/support/pages/needs.ts'
import { fillReview, openReviews, sendReview } from '../e2e/support/pages/reviews.ts'
import type { Person } from '../e2e/support/person.ts'

const ofFreelancer = { 'En tout': 5, 'Qualité du travail': 4, Délais: 5, Écoute: 4 }
const ofGroup = { 'En tout': 4, 'Clarté du besoin': 5, Disponibilité: 3, Paiement: 5 }

onBothDevices('a mission that went well is reviewed, and done again by another group', 'used-again', (stage, on) => {
  let running: Running
  let other: Group
  let baker: Person, freelancer: Person, association: Person, neighbour: Person

  const finish = async (): Promise<void> => {
    const { milestones } = await getMission(running.bidders[0]!, running.missionId)
    for (const at of milestones.keys()) {
      const { id } = await deliver(stage.app, running, at)
      for (const owner of running.owners) {
        const answer = await owner.post(`/missions/${running.missionId}/milestones/${id}/acceptance`)
        if (answer.status !== 409) ok(answer)
      }
      await stage.app.settled()
    }
  }

  stage.scene('the mission is over: a firm says how it went, and nobody reads it yet', async () => {
    ;[running, other] = await Promise.all([
      anAwardedMission(stage.app, { firms: 3 }),
      aGroupWithMembers(stage.app, 2, { name: 'Artisans de la vallée', communeCode: '42187' }),
    ])
    await finish()
    baker = await stage.seat(running.owners[0]!, on)
    freelancer = await stage.seat(running.bidders[0]!, on)
    association = await stage.seat(running.association, on)
    neighbour = await stage.seat(other.owners[0]!, on)
    await Promise.all([baker, freelancer].map((person) => goToMission(person, running.missionId)))
    await baker.look('mission-terminee')
    await openReviews(baker)
    await fillReview(baker, { stars: ofFreelancer, again: 'Oui', text: 'À l’heure, et clair avec chacun de nous.' })
    await baker.look('avis-formulaire')
    await openReviews(freelancer)
    await sendReview(baker)
    await baker.sees('Pas encore visible')
    await baker.look('avis-donne')
    await freelancer.goTo(`/structures/${running.bidders[0]!.organisationId}`)
    expect(await freelancer.page.getByText('clair avec chacun de nous').count()).toBe(0)
  })

  stage.scene('the freelancer says how the group was: from then on the firm reads it, on the page that it has open', async () => {
    await freelancer.goTo(`/missions/${running.missionId}/avis`)
    await fillReview(freelancer, { stars: ofGroup, again: 'Oui', text: 'Un groupement qui sait ce qu’il veut.' })
    await freelancer.look('avis-sur-le-groupement')
    await baker.staysHere(async () => {
      await sendReview(freelancer)
      await baker.sees('Un groupement qui sait ce qu’il veut.')
    })
    await baker.look('avis-des-deux')
    await freelancer.sees('Lu par qui a donné son avis')
    await freelancer.look('avis-donne-independant')
  })

  stage.scene('the group has a record for whoever thinks of working for it', async () => {
    await freelancer.goTo(`/groupements/${running.id}`)
    await freelancer.sees('Ce groupement comme client')
    await freelancer.look('groupement-antecedents')
    await association.goTo(`/groupements/${running.id}`)
    await association.sees('Ce groupement comme client')
    await association.look('groupement-antecedents-association')
  })

  stage.scene('a firm of another group takes the need up, reads it again and publishes it', async () => {
    await neighbour.goTo(`/besoins/${running.need.id}`)
    await neighbour.look('besoin-termine')
    await neighbour.page.getByRole('button', { name: 'Reprendre ce besoin' }).click()
    await neighbour.look('reprendre')
    await confirm(neighbour, 'Préparer le brouillon')
    await neighbour.page.getByLabel('En une phrase, que voulez-vous').waitFor()
    await neighbour.look('brouillon-repris-1')
    await nextStep(neighbour)
    await neighbour.page.getByLabel('Minimum', { exact: true }).waitFor()
    await neighbour.look('brouillon-repris-2')
    await nextStep(neighbour)
    await neighbour.page.getByRole('heading', { name: 'Relisez, puis publiez' }).waitFor()
    await neighbour.look('brouillon-repris-3')
    await neighbour.page.getByRole('button', { name: 'Publier', exact: true }).click()
    await neighbour.page.getByRole('heading', { level: 1, name: running.need.content.title }).waitFor()
    const text = await neighbour.page.getByRole('main').innerText()
    for (const { organisationName } of running.bidders) expect(text).not.toContain(organisationName)
    await neighbour.look('besoin-repris')
  })

  stage.scene('a freelancer who bids for it starts from the steps that it expects', async () => {
    const path = new URL(neighbour.page.url()).pathname
    await freelancer.goTo(`${path}/offre`)
    const steps = freelancer.page.getByLabel('Ce qui est livré')
    await steps.first().waitFor()
    expect(await Promise.all((await steps.all()).map((field) => field.inputValue()))).toEqual(['Jalon 1', 'Jalon 2', 'Jalon 3'])
    await freelancer.sees('Vous partez des étapes que le groupement attend')
    await freelancer.look('offre-des-etapes-attendues')
  })

  stage.scene('the association keeps the need as a template, and a firm of its groups starts from it', async () => {
    await association.goTo('/modeles')
    await association.look('modeles-aucun')
    await association.goTo(`/besoins/${running.need.id}`)
    await association.page.getByRole('button', { name: 'Garder comme modèle' }).click()
    await association.page.getByRole('dialog').getByLabel('Nom du modèle').fill('Référencement de rue')
    await association.look('garder-comme-modele')
    await confirm(association, 'Garder')
    await baker.goTo('/besoins/nouveau')
    await baker.page.getByRole('link', { name: 'Partir d’un modèle de votre association' }).click()
    await baker.sees('Référencement de rue')
    await baker.look('modeles')
    await baker.page.getByRole('button', { name: 'Partir de ce modèle' }).click()
    await baker.page.getByLabel('En une phrase, que voulez-vous').waitFor()
    await baker.look('brouillon-du-modele')
    await expectBooksToBalance(stage.app)
  })
})
