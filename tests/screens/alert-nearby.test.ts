import { anOpenNeed } from '../support/builders/need.ts'
import { aGroupWithMembers, anSmeOwner, type Group } from '../support/personas.ts'
import { onBothDevices } from '../e2e/support/on-both-devices.ts'
import { confirm } from '../e2e/support/pages/missions.ts'
import type { Person } from '../e2e/support/person.ts'

const MALMONT = { street: '3 rue Nationale', postcode: '43240', commune: 'Saint-Just-Malmont', communeCode: '43205' }

onBothDevices('a firm asks to hear of what is planned near it', 'alert-nearby', (stage, on) => {
  let group: Group
  let florist: Person

  stage.scene('around its own commune unless it says otherwise, as far as it says', async () => {
    const firm = await anSmeOwner(stage.app, { name: 'Fleurs de Malmont', address: MALMONT })
    group = await aGroupWithMembers(stage.app, 2)
    florist = await stage.seat(firm, on)
    await florist.goTo('/alertes')
    await florist.sees('Aucune alerte pour l’instant')
    await florist.look('aucune-alerte')
    await florist.page.getByRole('button', { name: 'Nouvelle alerte' }).click()
    const dialog = florist.page.getByRole('dialog')
    expect(await dialog.getByLabel('Autour de').inputValue()).toBe('Saint-Just-Malmont')
    await dialog.getByLabel('Jusqu’à quelle distance').selectOption('Toute la France')
    await dialog.getByLabel('Autour de').waitFor({ state: 'detached' })
    await dialog.getByLabel('Jusqu’à quelle distance').selectOption('40 km')
    await dialog.getByLabel('Dès qu’un besoin correspond').check()
    await florist.look('nouvelle-alerte')
    await confirm(florist, 'Créer l’alerte')
    await florist.sees('Saint-Just-Malmont, 40 km')
    await florist.sees('Rien de nouveau pour l’instant.')
  })

  stage.scene('a need across the border of its département is announced, on the page that it has open', async () => {
    await florist.staysHere(async () => {
      await anOpenNeed(group.owners[0]!, group.id)
      await stage.app.drain()
      await florist.sees(/^1 besoin annoncé/)
    })
    await florist.look('alertes')
    await florist.page.getByRole('link', { name: /^Voir les besoins/ }).click()
    await florist.page.getByRole('button', { name: /Saint-Just-Malmont, 40 km/ }).waitFor()
    await florist.page.getByRole('button', { name: 'M’alerter' }).click()
    await florist.page.getByRole('dialog').getByLabel('Dès qu’un besoin correspond').waitFor()
    await florist.look('alerte-de-la-recherche')
  })
})
