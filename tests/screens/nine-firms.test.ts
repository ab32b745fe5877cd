import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { v7 as newId } from 'uuid'
import { aReadyPledge, anOpenNeed, dayIn, getNeed, type PledgeInput } from '../support/builders/need.ts'
import { aGroupOfTheStreet, calendar } from '../support/builders/street.ts'
import type { Group } from '../support/personas.ts'
import { onBothDevices } from '../e2e/support/on-both-devices.ts'
import { extendNeed } from '../e2e/support/pages/needs.ts'
import { newsOf } from '../e2e/support/pages/notifications.ts'
import * as pledging from '../e2e/support/pages/pledges.ts'
import type { Person } from '../e2e/support/person.ts'

const caps = (euros: number, conditions: PledgeInput['conditions'] = {}): Partial<PledgeInput> => ({ capMinor: euros * 100, conditions })

/** Of 1 800 € in equal parts: 450 € at four, 225 € at eight, 200 € at nine. Those who pledge on screen are not in it. */
const arranged = {
  0: caps(600),
  1: caps(600),
  2: caps(500),
  5: caps(600, { maxShareMinor: 26_000 }),
  7: caps(400, { maxShareMinor: 22_500 }),
  8: caps(250, { minFirms: 9, maxShareMinor: 20_000 }),
}

const extended = 'est prolongé jusqu’au'

onBothDevices('nine firms with mixed conditions', 'nine-firms', (stage, on) => {
  let group: Group
  let need: NeedView
  let leader: Person
  let follower: Person
  const seat = (at: number) => stage.seat(group.owners[at]!, on)
  const arrive = async (at: keyof typeof arranged) => {
    await aReadyPledge(group.owners[at]!, need.id, arranged[at])
    await stage.app.drain()
  }
  const begin = async (at: number, euros: number): Promise<Person> => {
    const firm = await seat(at)
    await firm.goTo(`/besoins/${need.id}`)
    await pledging.joinNeed(firm)
    await pledging.fillCap(firm, euros)
    await pledging.goOn(firm)
    await firm.page.getByRole('heading', { level: 1, name: 'Vérifiez votre engagement' }).waitFor()
    return firm
  }
  const promise = async (firm: Person): Promise<void> => {
    await pledging.goOn(firm)
    await firm.page.getByRole('heading', { level: 1, name: 'Confirmez votre engagement' }).waitFor()
    await pledging.saveCardAndPledge(firm, pledging.cards.good)
  }

  stage.scene('a need gathers, three firms have pledged, and its leader keeps the page open', async () => {
    group = await aGroupOfTheStreet(stage.app, 10)
    const lots: NeedView['content']['lots'] = [
      { id: newId(), kind: 'common', title: 'Une boutique en ligne commune', description: '', targetMinor: 180_000, shareKey: 'equal' },
    ]
    const title = 'Une boutique en ligne pour toute la rue'
    need = await anOpenNeed(group.owners[0]!, group.id, { title, lots, minFirms: 4, targetFirms: 9, ...calendar() })
    await arrive(0)
    await arrive(1)
    await arrive(2)
    leader = await seat(0)
    await leader.goTo(`/besoins/${need.id}`)
    await leader.sees('Encore une entreprise, et la mission se lance.')
    await leader.look('besoin-a-trois')
  })

  stage.scene('the fourth comes on condition of being four, and never with one of its rivals: four find each other', async () => {
    await leader.staysHere(async () => {
      const fourth = await begin(3, 500)
      await pledging.onlyIfAtLeast(fourth, 4)
      await pledging.neverWith(fourth, 'Bijouterie Delorme')
      await fourth.look('engagement-entre')
      await promise(fourth)
      await leader.sees('Le minimum est atteint')
      await leader.sees('Quatre entreprises autour de la table')
    })
    await leader.look('besoin-a-quatre')
  })

  stage.scene('the fifth pays 300 € at most: its step says what would let it in, and it waits for neighbours', async () => {
    const fifth = await begin(4, 600)
    await pledging.onlyIfAtMost(fifth, 300)
    await fifth.sees('il manque 1 entreprise')
    await fifth.look('engagement-attend')
    await leader.staysHere(async () => {
      await promise(fifth)
      await arrive(5)
      await leader.sees('Six entreprises autour de la table')
    })
    await fifth.goTo(`/besoins/${need.id}`)
    await fifth.look('besoin-sous-condition')
    follower = fifth
  })

  stage.scene('the leader compares the keys, and so does the association, without names', async () => {
    await leader.page.getByRole('table', { name: /selon la clé de répartition/ }).waitFor()
    const association = await stage.seat(group.association, on)
    await association.goTo(`/besoins/${need.id}`)
    await association.page.getByRole('table', { name: /selon la clé de répartition/ }).waitFor()
    await association.look('besoin-association')
  })

  stage.scene('the deadline is put off twice with one click each, and everybody is told once each time', async () => {
    await stage.skipDays(8)
    await leader.goTo(`/besoins/${need.id}`)
    await extendNeed(leader, 'besoin-prolonger')
    await stage.skipDays(7)
    await leader.goTo(`/besoins/${need.id}`)
    await extendNeed(leader)
    await stage.app.drain()
    await follower.goTo('/notifications')
    await newsOf(follower, extended).nth(1).waitFor()
    expect(await newsOf(follower, extended).count()).toBe(2)
    await follower.look('notifications-prolonge')
    expect((await getNeed(group.owners[0]!, need.id)).state).toBe('gathering')
  })

  stage.scene('the seventh asks for eight firms, a start before summer and an insured freelancer', async () => {
    const seventh = await begin(6, 400)
    await pledging.onlyIfAtLeast(seventh, 8)
    await pledging.onlyIfBefore(seventh, dayIn(120))
    await pledging.onlyWithProof(seventh, 'une assurance professionnelle')
    await seventh.look('engagement-trois-conditions')
    await promise(seventh)
    await seventh.look('engagement-fait')
  })

  stage.scene('with the eighth four come in at once, with the ninth everybody pays 200 €: open pages follow', async () => {
    await follower.goTo(`/besoins/${need.id}`)
    await follower.staysHere(async () => {
      await arrive(7)
      await follower.sees('Huit entreprises autour de la table')
      await follower.sees('225 €')
    })
    await follower.look('besoin-a-huit')
    await follower.staysHere(async () => {
      await arrive(8)
      await follower.sees('Neuf entreprises autour de la table')
      await follower.sees('200 €')
    })
    await follower.look('besoin-a-neuf')
  })
})
