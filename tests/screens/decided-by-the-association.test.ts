import { v7 as newId } from 'uuid'
import { anOpenVote, castBy, closeVote, giveProxy, paperOf, type Vote } from '../support/builders/ballot.ts'
import { getBallot } from '../support/builders/mission.ts'
import { getNeed } from '../support/builders/need.ts'
import { aGroupOfTheStreet, namedFreelancers } from '../support/builders/street.ts'
import { ok, type Group, type Persona } from '../support/personas.ts'
import { onBothDevices } from '../e2e/support/on-both-devices.ts'
import * as voting from '../e2e/support/pages/ballots.ts'
import type { Person } from '../e2e/support/person.ts'

const ines = 'Inès Morel'

onBothDevices('votes that the firms cannot settle alone, and the association decides', 'decided-by-the-association', (stage, on) => {
  let group: Group
  let bidders: Persona[]
  let vote: Vote
  let leader: Person
  let florist: Person
  let bookseller: Person
  let association: Person

  const open = async (method: Parameters<typeof anOpenVote>[2]): Promise<string> => {
    vote = await anOpenVote(stage.app, { group, bidders }, method)
    return `/besoins/${vote.need.id}/vote/${vote.ballot.id}`
  }
  const all = async (path: string): Promise<void> => {
    for (const person of [leader, florist, bookseller, association]) await person.goTo(path)
  }

  stage.scene('two bids stand even: the group reads whom it waits for', async () => {
    ;[group, bidders] = await Promise.all([
      aGroupOfTheStreet(stage.app, 3, { rules: { secondRoundDays: 0 } }),
      namedFreelancers(stage.app, 2),
    ])
    ;[leader, florist, bookseller] = (await Promise.all(group.owners.map((owner) => stage.seat(owner, on)))) as [Person, Person, Person]
    association = await stage.seat(group.association, on)
    const path = await open('score')
    await all(path)
    for (const owner of group.owners) ok(await castBy(owner, vote, 4, 4))
    await stage.app.drain()
    await florist.staysHere(async () => {
      ok(await closeVote(vote))
      await stage.app.drain()
      await florist.page.getByRole('heading', { level: 1, name: /^Égalité/ }).waitFor()
    })
    await florist.look('egalite')
  })

  stage.scene('the association decides between them, in writing', async () => {
    await association.page.getByRole('heading', { level: 1, name: /^Départagez/ }).waitFor()
    await association.look('egalite-a-departager')
    await association.page.getByRole('button', { name: 'Trancher' }).click()
    await association.look('egalite-incomplet')
    await association.page.getByRole('radio', { name: new RegExp(ines) }).check()
    await association.page.getByLabel('Votre raison').fill('Livrée un mois plus tôt, avant la fête des mères.')
    await florist.staysHere(async () => {
      await association.page.getByRole('button', { name: 'Trancher' }).click()
      await florist.page.getByRole('heading', { level: 1, name: /^Offre choisie/ }).waitFor()
    })
    await florist.look('egalite-departagee')
    await association.look('egalite-departagee-association')
  })

  stage.scene('in consent a firm objects with a reason, and the group reads it without a name', async () => {
    const path = await open('consent')
    await all(path)
    await florist.look('consentement')
    ok(
      await group.owners[1]!.post(`/ballots/${vote.ballot.id}/votes`, {
        ...paperOf(vote, 0, 1),
        reason: 'Le suivi s’arrête en juin : je vends surtout à la rentrée.',
      }),
    )
    ok(
      await group.owners[2]!.post(`/ballots/${vote.ballot.id}/votes`, {
        ...paperOf(vote, 1, 0),
        reason: 'Rien n’est dit de ma seconde boutique.',
      }),
    )
    await stage.app.drain()
    for (const person of [leader, florist, association]) {
      await person.goTo(path)
      await person.sees('Le suivi s’arrête en juin')
    }
    await leader.look('consentement-objections-porteur')
    await florist.look('consentement-objection-a-moi')
    await association.look('consentement-a-trancher')
  })

  stage.scene('the leader takes one up, the association dismisses the other', async () => {
    const objections = (await getBallot(group.owners[0]!, vote.ballot.id)).objections
    const [first, second] = [
      objections.find(({ reason }) => reason.includes('juin'))!,
      objections.find(({ reason }) => reason.includes('seconde boutique'))!,
    ]
    const path = `/ballots/${vote.ballot.id}/objections`
    ok(await group.owners[0]!.post(`${path}/${first.id}/adoption`, { change: 'Le suivi va jusqu’à fin septembre.' }))
    ok(
      await group.association.post(`${path}/${second.id}/ruling`, {
        ruling: 'dismissed',
        reason: 'La seconde boutique est dans le lot propre de cette entreprise.',
      }),
    )
    ok(await castBy(group.owners[0]!, vote, 1, 1))
    await stage.app.drain()
    await florist.goTo(`/besoins/${vote.need.id}/vote/${vote.ballot.id}`)
    await florist.sees('fin septembre')
    await florist.look('consentement-objections-reglees')
    ok(await closeVote(vote))
    await stage.app.drain()
    await florist.page.getByRole('heading', { level: 1, name: /^(?:Offre choisie|Égalité|Aucune)/ }).waitFor()
    await florist.look('consentement-clos')
  })

  stage.scene('a conflict of interests is upheld: the bid leaves the vote, and the other one is chosen', async () => {
    const path = await open('approval')
    const [id, proxyId] = [newId(), newId()]
    const reason = 'Hugo Lambert tient déjà le site de mon concurrent direct, rue Gambetta.'
    ok(await giveProxy(group.owners[2]!, group.owners[0]!, vote, proxyId, 'Inès, sans hésiter.'))
    ok(await group.owners[1]!.post(`/ballots/${vote.ballot.id}/conflicts`, { id, bidId: vote.bids[1]!.id, reason }))
    ok(await vote.bidders[1]!.post(`/objections/${vote.ballot.id}/${id}/reply`, { text: 'C’est exact, jusqu’en décembre 2027.' }))
    await stage.app.drain()
    await all(path)
    await leader.look('conflit-et-procuration')
    await bookseller.look('conflit-procuration-donnee')
    await association.look('conflit-a-trancher')
    ok(
      await group.association.post(`/ballots/${vote.ballot.id}/objections/${id}/ruling`, {
        ruling: 'upheld',
        reason: 'Le contrat court encore un an, dans la même rue et pour le même métier.',
      }),
    )
    await stage.app.drain()
    await leader.goTo(path)
    await leader.look('conflit-offre-ecartee')
    const freelancer = await stage.seat(vote.bidders[1]!, on)
    await freelancer.goTo(`/besoins/${vote.need.id}/objection/${vote.ballot.id}/${id}`)
    await freelancer.look('conflit-decide-independant')
    const paper = { abstains: false, choices: [{ bidId: vote.bids[0]!.id, value: 1 }] }
    for (const owner of group.owners.slice(0, 2)) ok(await owner.post(`/ballots/${vote.ballot.id}/votes`, paper))
    ok(await group.owners[0]!.post(`/ballots/${vote.ballot.id}/proxies/${proxyId}/votes`, paper))
    await stage.app.drain()
    await leader.goTo(path)
    await voting.closeVote(leader)
    await leader.look('conflit-clos')
  })

  stage.scene('nobody accepted anything', async () => {
    const path = await open('score')
    for (const owner of group.owners) ok(await castBy(owner, vote, 0, 1))
    ok(await closeVote(vote))
    await stage.app.drain()
    await leader.goTo(path)
    await leader.look('aucune-offre')
    await association.goTo(path)
    await association.look('aucune-offre-association')
  })

  stage.scene('too few came', async () => {
    const path = await open('score')
    ok(await castBy(group.owners[0]!, vote, 4, 5))
    await stage.skipDays(22)
    await leader.goTo(path)
    await leader.look('sans-quorum')
    expect((await getNeed(group.owners[0]!, vote.need.id)).state).toBe('expired')
  })

  stage.scene('who changes the language reads at once in it what the server words', async () => {
    await florist.goTo('/notifications')
    await florist.sees('Le vote est clos')
    await florist.staysHere(async () => {
      await florist.page.getByRole('button', { name: 'English' }).click()
      await florist.sees('The vote is closed')
    })
    await florist.page.getByRole('button', { name: 'Français' }).click()
    await florist.sees('Le vote est clos')
  })
})
