import { dropOutsOf, putOnWaitingList } from '../support/builders/drop-out.ts'
import { anAwardedMission, getMission, type Running } from '../support/builders/mission.ts'
import { cards, saveCardOnPage } from '../support/builders/payment.ts'
import { expectBooksToBalance } from '../support/books.ts'
import { anSmeOwner, joinByLink, type Persona } from '../support/personas.ts'
import { skippingDays } from '../support/skip-days.ts'
import { onBothDevices } from '../e2e/support/on-both-devices.ts'
import {
  fillWaitingPlace,
  giveNotice,
  openMyShare,
  openShareOffer,
  proposeShareTo,
  takeShare,
  toReplace,
} from '../e2e/support/pages/drop-outs.ts'
import { confirm, goToMission } from '../e2e/support/pages/missions.ts'
import { openRoom } from '../e2e/support/pages/rooms.ts'
import type { Person } from '../e2e/support/person.ts'

onBothDevices('a firm cannot pay, and others take its place and the next', 'replaced-firm', (stage, on) => {
  const skipDays = skippingDays(stage.app)
  let running: Running
  let waiters: [Persona, Persona]
  let late: Person, baker: Person, florist: Person
  let first: Person, second: Person, association: Person
  let lateShare: string

  stage.scene('a card is refused; two firms wait, one of them by its own hand', async () => {
    running = await anAwardedMission(stage.app, { firms: 3, cards: [cards.good, cards.good, cards.refusedWhenCharged] })
    const { owners, missionId, need } = running
    waiters = [await anSmeOwner(stage.app, { name: 'Cave du Forez' }), await anSmeOwner(stage.app, { name: 'Papeterie Michelet' })]
    await joinByLink(running.association, running.id, waiters)
    for (const firm of waiters) await saveCardOnPage(firm)
    await putOnWaitingList(waiters[0], need.id)
    await stage.app.drain()
    ;[baker, florist, late] = (await Promise.all(owners.map((owner) => stage.seat(owner, on)))) as [Person, Person, Person]
    ;[first, second] = (await Promise.all(waiters.map((owner) => stage.seat(owner, on)))) as [Person, Person]
    association = await stage.seat(running.association, on)
    lateShare = (await getMission(owners[2]!, missionId)).my!.shareId
    await goToMission(association, missionId)
    await second.goTo(`/besoins/${need.id}`)
    expect(await second.page.getByRole('link', { name: 'Voir la mission' }).count()).toBe(0)
    await second.look('liste-d-attente')
    await fillWaitingPlace(second, 2000)
    await second.look('liste-d-attente-prendre')
    await association.staysHere(async () => {
      await confirm(second, 'Prendre ma place')
      await second.sees('Votre place sur la liste')
      await toReplace(association).getByRole('listitem').nth(1).waitFor()
    })
    await second.look('liste-d-attente-place')
    await association.look('parts-a-remplacer')
  })

  stage.scene(
    'the firm that cannot pay reads what follows; once its days are over the first that waits is asked, and declines',
    async () => {
      await late.goTo(`/parts/${lateShare}`)
      await late.look('part-refusee')
      await skipDays(8)
      await late.sees('Nous en sommes là')
      await late.look('part-abandonnee')
      await openShareOffer(first)
      await first.look('part-proposee')
      await association.staysHere(async () => {
        await first.page.getByRole('button', { name: 'Non merci' }).click()
        await first.page.getByRole('heading', { level: 1, name: 'Vous avez dit non' }).waitFor()
        await stage.app.drain()
        await toReplace(association).getByText('Refusée').waitFor()
      })
      await first.look('part-declinee')
      await association.look('parts-a-remplacer-suite')
    },
  )

  stage.scene('the second takes the share with its card, and the mission starts for those who had paid', async () => {
    await goToMission(baker, running.missionId)
    await openShareOffer(second)
    await baker.staysHere(async () => {
      await takeShare(second)
      await baker.sees('Mission en cours')
    })
    await second.look('part-prise')
    await second.page.getByRole('link', { name: 'Voir la mission' }).click()
    await second.sees('Acceptez le contrat')
    await second.look('mission-reprise')
    await late.goTo(`/parts/${lateShare}`)
    await late.look('part-reprise')
    expect((await dropOutsOf(running.association, running.missionId)).items).toEqual([])
    await expectBooksToBalance(stage.app)
  })

  stage.scene('a firm that has paid hands its share over, and is paid back once the other is charged', async () => {
    await openMyShare(baker)
    await baker.look('ma-part')
    await proposeShareTo(baker, waiters[0].organisationName)
    await baker.look('proposer-ma-part')
    await confirm(baker, 'Lui proposer ma part')
    await baker.sees('pour répondre')
    await baker.look('part-en-attente')
    await openShareOffer(first)
    await first.look('part-a-reprendre')
    await baker.staysHere(async () => {
      await takeShare(first)
      await baker.page.getByRole('heading', { level: 1, name: 'Votre part a été reprise' }).waitFor()
    })
    await baker.look('part-transmise')
    await first.goTo(`/besoins/${running.need.id}`)
    await first.page.getByRole('link', { name: 'Voir la mission' }).first().waitFor()
    await first.sees(waiters[0].organisationName)
    await first.look('besoin-part-reprise')
    await baker.goTo(`/besoins/${running.need.id}`)
    await baker.sees('Votre part a été reprise par une autre entreprise')
    expect(await baker.page.getByRole('link', { name: 'Voir la mission' }).count()).toBe(0)
    await baker.look('besoin-part-transmise')
    await openRoom(baker, running.bidders[0]!.organisationName)
    await baker.sees('Ce salon ne prend plus de messages.')
    await baker.look('salon-en-lecture')
    await expectBooksToBalance(stage.app)
  })

  stage.scene('another gives notice: it stays bound until somebody takes what comes after', async () => {
    await goToMission(florist, running.missionId)
    await openMyShare(florist)
    await association.staysHere(async () => {
      await giveNotice(florist, 'Je ferme ma boutique au printemps', 'preavis')
      await toReplace(association)
        .getByText(/^Préavis jusqu’au/)
        .waitFor()
    })
    await florist.sees('Personne n’attend sur la liste')
    await florist.look('preavis-donne')
    await association.look('parts-a-remplacer-preavis')
    await florist.page.getByRole('button', { name: 'Rester finalement' }).click()
    await florist.page.getByRole('button', { name: 'Donner mon préavis' }).waitFor()
    await expectBooksToBalance(stage.app)
  })
})
