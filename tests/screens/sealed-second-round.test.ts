import type { Preferences } from '@mutuo/shared/notifications/notification.schema.ts'
import type { QuestionView } from '@mutuo/shared/needs/question.schema.ts'
import { v7 as newId } from 'uuid'
import { anOpenVote, giveProxy, paperOf, type Vote } from '../support/builders/ballot.ts'
import { aSubmittedBid } from '../support/builders/bid.ts'
import { getBallot } from '../support/builders/mission.ts'
import { aNeedInput, anOpenNeed, aReadyPledge, dayIn, getNeed } from '../support/builders/need.ts'
import { aGroupOfTheStreet, calendar, namedFreelancers } from '../support/builders/street.ts'
import { ok, type Group, type Persona } from '../support/personas.ts'
import { onBothDevices } from '../e2e/support/on-both-devices.ts'
import * as voting from '../e2e/support/pages/ballots.ts'
import * as bidding from '../e2e/support/pages/bids.ts'
import type { Person } from '../e2e/support/person.ts'

/** For five firms 400 € each, in three lots. */
const targets = [90_000, 50_000, 12_000]
const caps = [300_000, 50_000, 50_000, 50_000, 50_000]
const [ines, hugo, embruns] = ['Inès Morel', 'Hugo Lambert', 'Les Embruns'] as const

onBothDevices('bids under seal, a counter-offer, and a ranked vote that needs a second round', 'sealed-second-round', (stage, on) => {
  let group: Group
  let bidders: Persona[]
  let vote: Vote
  let needPath: string
  let ballotPath: string
  let leader: Person
  let holder: Person
  let objector: Person
  let author: Person

  stage.scene('three bids lie under seal: the group reads who has bid, never a price', async () => {
    ;[group, bidders] = await Promise.all([
      aGroupOfTheStreet(stage.app, 5, { rules: { proxiesPerHolder: 2, secondRoundDays: 5 } }),
      namedFreelancers(stage.app, 3),
    ])
    const rules = { bidsSealed: true, negotiationDays: 3, ballotMethod: 'ranked' as const }
    const lots = aNeedInput(group.id).lots.map((lot, at) => ({ ...lot, targetMinor: targets[at]! }))
    const { id } = await anOpenNeed(group.owners[0]!, group.id, { ...calendar(), lots, rules })
    for (const [at, owner] of group.owners.entries()) await aReadyPledge(owner, id, { capMinor: caps[at]! })
    const need = await getNeed(group.owners[0]!, id)
    const bids = [
      await aSubmittedBid(bidders[0]!, need),
      await aSubmittedBid(bidders[1]!, need, {
        tiers: [{ minFirms: 2, commonMinor: 140_000, perFirmMinor: 12_000 }],
        deliversOn: dayIn(120),
      }),
      await aSubmittedBid(bidders[2]!, need, { tiers: [{ minFirms: 2, commonMinor: 150_000, perFirmMinor: 14_000 }] }),
    ]
    await stage.app.drain()
    vote = { ...group, need, pledges: [], bidders, bids, voters: group.owners } as unknown as Vote
    needPath = `/besoins/${id}`
    for (const text of ['Combien de boutiques en tout ?', 'Et les photos ?']) {
      const asked = ok(await bidders[1]!.post(`/needs/${id}/questions`, { id: newId(), text })).body as QuestionView
      if (text.startsWith('Combien'))
        ok(await group.owners[0]!.post(`/questions/${asked.id}/answer`, { version: asked.version, text: 'Six.' }))
    }
    leader = await stage.seat(group.owners[0]!, on)
    await leader.goTo(`${needPath}/offres`)
    await leader.sees(/encore scellées/)
    await leader.look('offres-scellees')
  })

  stage.scene('they open together, and the group has three days to ask for other terms', async () => {
    await stage.skipDays(10)
    await stage.skipDays(5)
    await leader.goTo(needPath)
    await leader.look('besoin-negociation')
    await leader.goTo(`${needPath}/offres`)
    await leader.page.getByRole('heading', { level: 1, name: /^Comparez trois offres/ }).waitFor()
    await bidding.keepInSight(leader, hugo)
    const { mail } = ok(await group.owners[0]!.get('/notifications/preferences')).body as Preferences
    ok(await group.owners[0]!.patch('/notifications/preferences', { mail: { ...mail, votes: 'never' } }))
    await leader.goTo(`${needPath}/offres`)
    await leader.page.getByRole('button', { name: 'Me prévenir à l’ouverture' }).waitFor()
    await leader.look('offres-ouvertes')
    await leader.page.getByRole('button', { name: 'Me prévenir à l’ouverture' }).click()
    await leader.sees('Vous serez prévenu par courriel à l’ouverture.')
  })

  stage.scene('the leader asks for an earlier delivery, the freelancer answers on one condition, the leader agrees', async () => {
    const bidPath = `${needPath}/offres/${vote.bids[1]!.id}`
    author = await stage.seat(bidders[1]!, on)
    await Promise.all([leader.goTo(bidPath), author.goTo(bidPath)])
    await author.staysHere(async () => {
      await bidding.askForDelivery(leader, 'Même prix, livraison un mois plus tôt ?', dayIn(75))
      await author.page.getByRole('heading', { name: 'Répondez à la contre-offre du groupement' }).waitFor()
    })
    await author.look('contre-offre-recue')
    await leader.staysHere(async () => {
      await bidding.answerOtherwise(
        author,
        'Oui, si l’atelier a lieu avant le 31 janvier.',
        'atelier avant le 31 janvier',
        'contre-offre-reponse',
      )
      await leader.page.getByRole('button', { name: 'Accepter pour le groupement' }).waitFor()
    })
    await leader.goTo(`${needPath}/offres`)
    await leader.page.getByRole('button', { name: 'Accepter pour le groupement' }).waitFor()
    await leader.look('offres-contre-offre')
    await leader.page.getByRole('button', { name: 'Accepter pour le groupement' }).click()
    await leader.sees('Version 2')
    await author.sees('Version 2')
    await author.look('offre-version-2')
  })

  stage.scene('the vote opens by itself; a firm gives its proxy, another reports a conflict of interests', async () => {
    await stage.skipDays(3)
    const need = await getNeed(group.owners[0]!, vote.need.id)
    vote = { ...vote, need, ballot: await getBallot(group.owners[0]!, need.ballotId ?? '') }
    ballotPath = `${needPath}/vote/${need.ballotId}`
    const giver = await stage.seat(group.owners[3]!, on)
    holder = await stage.seat(group.owners[1]!, on)
    objector = await stage.seat(group.owners[2]!, on)
    await Promise.all([giver, holder, objector].map((voter) => voter.goTo(ballotPath)))
    await giver.look('vote-classement')
    await holder.staysHere(async () => {
      await voting.giveProxy(giver, 'Fleurs du Clapier', 'Hugo d’abord, je connais son travail.')
      await holder.sees('Vous votez aussi pour Optique Vial.')
    })
    await giver.look('vote-procuration-donnee')
    ok(await giveProxy(group.owners[4]!, group.owners[1]!, vote))
    await stage.app.drain()
    await holder.sees('Vous votez aussi pour Cave des Halles.')
    await voting.reportConflict(objector, embruns, 'Les Embruns tiennent déjà le site de mon concurrent direct, rue Gambetta.')
    await holder.sees('Une objection est à l’étude')
  })

  stage.scene('the freelancer concerned gives its side', async () => {
    const [objection] = (await getBallot(group.owners[2]!, vote.ballot.id)).objections
    const concerned = await stage.seat(bidders[2]!, on)
    await concerned.goTo(`${needPath}/objection/${vote.ballot.id}/${objection!.id}`)
    await concerned.page
      .getByRole('textbox', { name: 'Votre réponse' })
      .fill('C’est exact jusqu’en janvier. Nous n’y travaillons plus depuis.')
    await concerned.look('objection-version')
    await concerned.page.getByRole('button', { name: 'Répondre', exact: true }).click()
    await concerned.sees('Vitrines du Centre')
    await objector.sees('Nous n’y travaillons plus depuis.')
  })

  stage.scene('one person ranks for three firms; the leader accepts none', async () => {
    for (const paper of [/Fleurs du Clapier/, /Optique Vial/, /Cave des Halles/]) await voting.rank(holder, paper, [hugo, ines])
    await holder.look('vote-pour-trois')
    await voting.castVote(holder)
    await holder.look('vote-pour-trois-depose')
    await voting.rank(objector, /^Votre classement/, [hugo, ines])
    await voting.castVote(objector)
    await leader.goTo(ballotPath)
    await voting.castVote(leader)
  })

  stage.scene(
    'nobody closes before the ruling, so the vote is held at its hour: the association rules on the conflict, in writing',
    async () => {
      await leader.sees('Un conflit d’intérêts attend la décision')
      await leader.look('vote-toutes-ont-vote')
      await holder.staysHere(async () => {
        await stage.skipDays(4)
        await holder.page.getByRole('heading', { level: 1, name: /une décision est attendue/ }).waitFor()
      })
      await holder.look('vote-suspendu')
      const association = await stage.seat(group.association, on)
      await association.goTo(ballotPath)
      await association.page.getByRole('heading', { level: 1, name: /^Tranchez le conflit/ }).waitFor()
      await association.look('vote-a-trancher')
      await holder.staysHere(async () => {
        await voting.dismissObjection(association, 'Le contrat a pris fin, les deux parties l’ont montré.', 'vote-decision')
        await holder.sees('Second tour')
      })
    },
  )

  stage.scene('it passed by heads and failed by euros: the same firms vote once more, on the two best', async () => {
    await holder.sees('Majorité des entreprises, pas des euros')
    await holder.look('vote-second-tour')
    await leader.goTo(ballotPath)
    await voting.rank(holder, /Fleurs du Clapier/, [hugo, ines])
    await holder.sees('Les bulletins pour Optique Vial et Cave des Halles ne partent pas encore')
    await voting.copyRanking(holder, 'Optique Vial')
    await voting.acceptNone(holder, 'Cave des Halles')
    await holder.look('vote-second-tour-rempli')
    await voting.castVote(holder)
    await voting.rank(leader, /^Votre classement/, [hugo])
    await voting.castVote(leader)
    const ballot = await getBallot(group.owners[2]!, vote.ballot.id)
    const bids = vote.bids.filter(({ id }) => ballot.bids.some(({ bidId }) => bidId === id))
    ok(await group.owners[2]!.post(`/ballots/${ballot.id}/votes`, paperOf({ bids }, 2, 1)))
    await stage.app.drain()
    await voting.closeVote(leader)
    await leader.sees('Offre choisie : Hugo Lambert')
    await leader.look('vote-clos-second-tour')
    expect((await getNeed(group.owners[0]!, vote.need.id)).state).toBe('awarded')
  })

  stage.scene('the record is there as a document', async () => {
    const [download] = await Promise.all([
      leader.page.waitForEvent('download'),
      leader.page.getByRole('link', { name: 'Procès-verbal en PDF' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.pdf$/)
  })
  stage.scene('beside it, a vote by notes: one notes for two firms, then the need is cancelled and the vote is void', async () => {
    const other = await anOpenVote(stage.app, { group, bidders: bidders.slice(0, 2) })
    ok(await giveProxy(group.owners[3]!, group.owners[1]!, other, newId(), '5 à Inès, je connais son travail.'))
    const reason = 'Hugo Lambert gère déjà le site de mon concurrent direct.'
    const conflict = { id: newId(), bidId: other.bids[1]!.id, reason }
    ok(await group.owners[2]!.post(`/ballots/${other.ballot.id}/conflicts`, conflict))
    await stage.app.drain()
    await holder.goTo(`/besoins/${other.need.id}/vote/${other.ballot.id}`)
    await voting.score(holder, { [ines]: 5, [hugo]: 3 })
    await holder.look('vote-notes')
    await holder.staysHere(async () => {
      ok(await group.owners[0]!.post(`/needs/${other.need.id}/cancellation`, { reason: 'La ville le prend à sa charge.' }))
      await stage.app.drain()
      await holder.page.getByRole('heading', { level: 1, name: /^Ce vote est sans effet/ }).waitFor()
    })
    await holder.look('vote-sans-effet')
  })
})
