import { v7 as newId } from 'uuid'
import { accounts } from '../modules/accounts/index.ts'
import { now, setClock, systemClock } from '../platform/clock.ts'
import { drainEvents } from '../platform/events/deliver-events.ts'
import { runDueJobs } from '../platform/jobs/run-due-jobs.ts'
import { askAbout, talkAbout } from './demo-talks.ts'
import { beginToReview, reviewLetter } from './demo-reviews.ts'
import * as needs from './demo-needs.ts'
import * as people from './demo-people.ts'
import { accept, acceptContract, award, bid, deliver, openVote, pledge, publish, say, travelTo, vote, writeNeed } from './demo-steps.ts'
import { arrive, demoPassword, refusedCard, saveCard, signUp, type Actor } from './people.ts'
import { secretInLetter } from './browser.ts'

export const demoLogins = [
  { role: 'Association', email: people.association.email, password: demoPassword },
  { role: 'PME, dirigeant', email: people.bayeuxFirms[0]!.email, password: demoPassword },
  { role: 'PME, collaboratrice', email: people.colleague.email, password: demoPassword },
  { role: 'PME, carte refusée', email: people.portFirms[1]!.email, password: demoPassword },
  { role: 'Indépendante', email: people.freelancers[2]!.email, password: demoPassword },
  { role: 'Administration', email: people.administrator.email, password: demoPassword },
]

type Cast = { association: Actor; bayeux: Actor[]; port: Actor[]; freelancers: Actor[]; bayeuxId: string; portId: string }

/** A lively demo, lived through the product's own use cases from sixty days ago until today. */
export const seedDemo = async (): Promise<void> => {
  try {
    travelTo(60)
    const cast = await gather()
    await finishedMission(cast)
    travelTo(30)
    await runningMission(cast)
    await failedPayment(cast)
    await expiredAndCancelled(cast)
    await missionToReview(cast)
    travelTo(3)
    await openVotes(cast)
    await gatheringNeeds(cast)
    await waitingForTheAssociation(cast)
  } finally {
    await drainEvents()
    setClock(systemClock)
  }
}

const gather = async (): Promise<Cast> => {
  let order = 0
  const arriveAll = async (all: Parameters<typeof arrive>[0][]) => {
    const actors: Actor[] = []
    for (const said of all) actors.push(await arrive(said, (order += 1)))
    return actors
  }
  const [association] = await arriveAll([people.association])
  const [bayeux, port, freelancers] = [
    await arriveAll(people.bayeuxFirms),
    await arriveAll(people.portFirms),
    await arriveAll(people.freelancers),
  ]
  await inviteColleague(bayeux[0]!)
  await signUp(people.administrator.person, people.administrator.email)
  await accounts.grantAdmin(people.administrator.email)
  const bayeuxId = await openGroup(association!, bayeux, 'Cœur de Bayeux', '14047', { commissionBp: 200 })
  const portId = await openGroup(association!, port, 'Le Port et la Halle', '14515', { commissionBp: 200, needsApproval: true })
  return { association: association!, bayeux, port, freelancers, bayeuxId, portId }
}

const inviteColleague = async (owner: Actor): Promise<void> => {
  const { person, email } = people.colleague
  const colleague = await signUp(person, email)
  await owner.post(`/organisations/${owner.organisationId}/colleagues`, { email, role: 'member' })
  await drainEvents()
  await colleague.post('/colleague-invitations/acceptance', { token: await secretInLetter(email, 'organisations.invite-colleague') })
}

const charter = [
  'Chacun paie sa part, et jamais plus que son plafond. Personne ne répond des autres.',
  'Nous choisissons ensemble : la majorité des entreprises et la majorité des euros.',
  'L’argent reste dans les fonds retenus jusqu’à l’accord. Sans réponse sous quatorze jours, le travail est accepté.',
  'Si une carte est refusée, nous laissons sept jours, puis nous appelons la liste d’attente, la solidarité et l’Union commerciale.',
].join('\n\n')

const openGroup = async (association: Actor, firms: Actor[], name: string, communeCode: string, rules: object): Promise<string> => {
  const { id } = await association.post('/groups', {
    id: newId(),
    name,
    communeCode,
    description: 'Les commerçants et artisans achètent ensemble leurs compétences numériques.',
    charter,
    rules,
  })
  const { url } = await association.post(`/groups/${id}/invite-link`)
  const token = String(url).slice(String(url).lastIndexOf('/') + 1)
  for (const firm of firms) await firm.post(`/invitations/${token}/acceptance`, { signsCharter: true })
  await drainEvents()
  return id as string
}

/** A small mission of the port, from the first idea to the last transfer. */
const finishedMission = async ({ association, port, freelancers, portId }: Cast): Promise<void> => {
  const [leader, creperie, savonnerie, , hotel] = port
  const firms = [leader!, creperie!, savonnerie!, hotel!]
  const sarah = freelancers[5]!
  const { id } = await writeNeed(leader!, portId, needs.newsletter)
  await publish(leader!, id)
  await association.post(`/needs/${id}/approval`)
  for (const owner of firms) await pledge(owner, id, { capMinor: 60_000 })
  const offer = await bid(sarah, id, {
    tiers: [{ minFirms: 2, commonMinor: 84_000, perFirmMinor: 0 }],
    letter: 'Trois lettres, un modèle que vous garderez, et une heure pour l’utiliser.',
    milestones: { 'Modèle et trois envois': ['Le modèle et les trois envois'] },
  })
  const ballotId = await openVote(leader!, id)
  for (const owner of firms) await vote(owner, ballotId, { [offer.id]: 4 })
  const missionId = await award(leader!, id, ballotId)
  await acceptContract([sarah, ...firms, association], missionId)
  travelTo(45)
  await accept(firms, missionId, await deliver(sarah, missionId, 1, 'Les trois lettres sont parties, le modèle est à vous.'))
  travelTo(44)
  await reviewLetter(firms, sarah, missionId)
}

/** A mission that has just ended: its parties have two weeks to say how it went. */
const missionToReview = async ({ association, bayeux, freelancers, bayeuxId }: Cast): Promise<void> => {
  travelTo(16)
  const firms = [bayeux[1]!, bayeux[0]!, bayeux[2]!]
  const sarah = freelancers[5]!
  const { id } = await writeNeed(firms[0]!, bayeuxId, needs.cards)
  await publish(firms[0]!, id)
  for (const owner of firms) await pledge(owner, id, { capMinor: 48_000 })
  const offer = await bid(sarah, id, {
    tiers: [{ minFirms: 3, commonMinor: 93_000, perFirmMinor: 0 }],
    letter: 'Relues par une Anglaise qui aime les croissants.',
    milestones: { 'Traduction des fiches': ['Les fiches en anglais'] },
  })
  const ballotId = await openVote(firms[0]!, id)
  for (const owner of firms) await vote(owner, ballotId, { [offer.id]: 5 })
  const missionId = await award(firms[0]!, id, ballotId)
  await acceptContract([sarah, ...firms, association], missionId)
  travelTo(5)
  await accept(firms, missionId, await deliver(sarah, missionId, 1, 'Quatre-vingt-dix fiches, dans vos tableurs.'))
  await beginToReview(firms[2]!, missionId)
}

/** The mission that runs: five firms, one milestone paid, one delivered, and a room where people talk. */
const runningMission = async ({ bayeux, freelancers, bayeuxId }: Cast): Promise<void> => {
  const firms = bayeux.slice(0, 5)
  const [leader, petales, librairie] = firms
  const [, hugo, camille] = freelancers
  const { id } = await writeNeed(leader!, bayeuxId, needs.sharedShop)
  await publish(leader!, id)
  for (const owner of firms) await pledge(owner, id, { capMinor: 120_000, coverMinor: 8_000 })
  const milestones = {
    'Le catalogue en ligne': ['Le cadrage et la maquette', 'Le catalogue en ligne', 'Former les équipes'],
    'Vos produits': ['Vos photos et vos fiches'],
  }
  const chosen = await bid(camille!, id, {
    tiers: [
      { minFirms: 4, commonMinor: 360_000, perFirmMinor: 24_000 },
      { minFirms: 6, commonMinor: 340_000, perFirmMinor: 22_000 },
    ],
    letter: 'Une boutique simple, que vous saurez tenir à jour sans moi.',
    milestones,
  })
  const other = await bid(hugo!, id, {
    tiers: [{ minFirms: 4, commonMinor: 395_000, perFirmMinor: 20_000 }],
    letter: 'Je connais vos caisses : le stock suivra tout seul.',
    milestones,
    deliversInDays: 90,
  })
  const ballotId = await openVote(leader!, id)
  for (const owner of firms)
    await vote(
      owner,
      ballotId,
      { [chosen.id]: 5, [other.id]: 3 },
      owner === librairie ? 'Elle connaît les commerces de centre-ville.' : undefined,
    )
  const missionId = await award(leader!, id, ballotId)
  await acceptContract([camille!, petales!, librairie!], missionId)
  travelTo(22)
  await accept(firms, missionId, await deliver(camille!, missionId, 1, 'La maquette, en ligne et sur papier.'))
  await say(camille!, missionId, 'firms_and_freelancer', 'Merci pour vos retours sur la maquette, je passe au catalogue.')
  travelTo(4)
  await deliver(camille!, missionId, 2, '212 fiches sur le site d’essai : prix, photos, horaires de retrait.')
  await say(
    camille!,
    missionId,
    'firms_and_freelancer',
    'Regardez surtout vos prix et vos horaires de retrait. @Fournil Lambert il me manque la photo du pain de Noël.',
  )
  await say(librairie!, missionId, 'firms_and_freelancer', 'Pour les livres, puis-je envoyer tout mon stock d’un coup ?')
  await say(camille!, missionId, 'firms_and_freelancer', 'Oui, déposez l’export de votre caisse.')
  travelTo(1)
  await accept([petales!], missionId, await deliveredMilestone(camille!, missionId))
  await say(petales!, missionId, 'firms_and_freelancer', 'C’est bon pour moi, les couronnes de l’Avent sont là.')
  await say(leader!, missionId, 'firms', 'On se retrouve lundi pour relire ensemble ?')
}

const deliveredMilestone = async (freelancer: Actor, missionId: string): Promise<string> => {
  const { milestones } = await freelancer.get(`/missions/${missionId}`)
  return (milestones as { id: string; state: string }[]).find((milestone) => milestone.state === 'delivered')?.id ?? ''
}

/** A mission that waits for one share: that firm's card was refused, nobody else is touched, and one firm waits for the place. */
const failedPayment = async ({ association, port, freelancers, portId }: Cast): Promise<void> => {
  travelTo(6)
  const [leader, creperie, savonnerie, cycles, hotel] = port
  const { id } = await writeNeed(leader!, portId, needs.menus)
  await publish(leader!, id)
  await association.post(`/needs/${id}/approval`)
  await pledge(leader!, id, { capMinor: 50_000 })
  await pledge(creperie!, id, { capMinor: 50_000, card: refusedCard })
  for (const owner of [savonnerie!, hotel!]) await pledge(owner, id, { capMinor: 50_000 })
  const offer = await bid(freelancers[5]!, id, {
    tiers: [{ minFirms: 3, commonMinor: 128_000, perFirmMinor: 0 }],
    letter: 'Traduits par une Bretonne de Londres, relus par un Allemand de Caen.',
    milestones: { 'Traduction et relecture': ['L’anglais', 'L’allemand'] },
  })
  const ballotId = await openVote(leader!, id)
  for (const owner of [leader!, creperie!, savonnerie!, hotel!]) await vote(owner, ballotId, { [offer.id]: 4 })
  await award(leader!, id, ballotId)
  await saveCard(cycles!)
  await cycles!.post(`/needs/${id}/waiting-list`, { capMinor: 45_000, takesOwnLots: true, consents: true })
}

const expiredAndCancelled = async ({ bayeux, bayeuxId }: Cast): Promise<void> => {
  travelTo(20)
  const [, petales, , cave, , optique] = bayeux
  const late = await writeNeed(cave!, bayeuxId, needs.till)
  await publish(cave!, late.id)
  await pledge(cave!, late.id, { capMinor: 80_000 })
  const dropped = await writeNeed(petales!, bayeuxId, needs.signs)
  await publish(petales!, dropped.id)
  await petales!.post(`/needs/${dropped.id}/cancellation`, { reason: 'La mairie propose une aide, nous reprendrons au printemps.' })
  travelTo(12)
  await runDueJobs(now())
  await drainEvents()
  await saveCard(optique!)
}

/** A vote that is open, half of the voices in. */
const openVotes = async ({ bayeux, freelancers, bayeuxId }: Cast): Promise<void> => {
  const firms = [bayeux[1]!, bayeux[0]!, bayeux[4]!, bayeux[5]!]
  const [yann, sarah] = [freelancers[4]!, freelancers[5]!]
  const { id } = await writeNeed(firms[0]!, bayeuxId, { ...needs.windows, gathersDays: 2 })
  await publish(firms[0]!, id)
  for (const owner of firms) await pledge(owner, id, { capMinor: 45_000 })
  const titles = { 'Prises de vue et retouches': ['Les prises de vue', 'Les images retouchées'] }
  const first = await bid(yann, id, {
    tiers: [{ minFirms: 3, commonMinor: 116_000, perFirmMinor: 0 }],
    letter: 'Une matinée par rue, à la lumière du jour.',
    milestones: titles,
  })
  const second = await bid(sarah, id, {
    tiers: [{ minFirms: 3, commonMinor: 112_000, perFirmMinor: 0 }],
    letter: 'Photos et légendes en deux langues.',
    milestones: titles,
    deliversInDays: 60,
  })
  const ballotId = await openVote(firms[0]!, id)
  await vote(firms[2]!, ballotId, { [first.id]: 5, [second.id]: 3 }, 'Ses photos de la halle étaient très belles.')
  await vote(firms[3]!, ballotId, { [first.id]: 4, [second.id]: 4 })
}

/** Needs where others may still join: one all but reached, one out to bid, one just born. */
const gatheringNeeds = async ({ association, bayeux, port, freelancers, bayeuxId, portId }: Cast): Promise<void> => {
  const [fournil, petales, librairie, cave, atelier] = bayeux
  const { id } = await writeNeed(fournil!, bayeuxId, needs.beFound)
  await publish(fournil!, id)
  await pledge(fournil!, id, { capMinor: 86_000, units: 2 })
  for (const owner of [petales!, librairie!, atelier!]) await pledge(owner, id, { capMinor: 78_000 })
  await pledge(cave!, id, { capMinor: 80_000, conditions: { minFirms: 7 } })
  const talked = await bid(freelancers[0]!, id, {
    tiers: [
      { minFirms: 4, commonMinor: 240_000, perFirmMinor: 24_000 },
      { minFirms: 6, commonMinor: 225_000, perFirmMinor: 22_000 },
      { minFirms: 8, commonMinor: 210_000, perFirmMinor: 20_000 },
    ],
    letter: 'Un atelier commun pour les mots de vos clients, puis une demi-journée par boutique.',
    milestones: { 'Audit et plan commun': ['L’audit et l’atelier', 'Le plan de six mois'], 'Fiches d’établissement': ['Votre fiche'] },
  })
  await talkAbout(fournil!, freelancers[0]!, talked.id as string, {
    message: 'Même prix, livraison un mois plus tôt ? Nous préparons la saison.',
    deliversInDays: 90,
    answer: 'Oui, si l’atelier a lieu dans les deux premières semaines. Le prix ne bouge pas.',
    answersInDays: 92,
    condition: 'atelier dans les deux premières semaines',
  })
  await askAbout(freelancers[1]!, id, 'Les photos des boutiques sont-elles fournies ?', fournil!, 'Oui, dix par boutique.')
  await askAbout(petales!, id, 'La formation se fait-elle dans nos boutiques ?')
  await say(librairie!, id, 'firms', 'On pourrait caler l’atelier un lundi, on est tous fermés.')
  await say(petales!, id, 'firms', 'Le lundi me va très bien.')

  const [leader, creperie, savonnerie] = port
  const out = await writeNeed(leader!, portId, { ...needs.booking, gathersDays: 4 })
  await publish(leader!, out.id)
  await association.post(`/needs/${out.id}/approval`)
  for (const owner of [leader!, creperie!, savonnerie!])
    await pledge(owner, out.id, { capMinor: 90_000, ...(owner === creperie && { card: '4242424242424242' }) })
  await leader!.post(`/needs/${out.id}/bidding`)
  await drainEvents()
  await bid(freelancers[1]!, out.id, {
    tiers: [{ minFirms: 3, commonMinor: 140_000, perFirmMinor: 11_000 }],
    letter: 'L’outil que j’ai posé chez trois salons de Bayeux.',
    milestones: {},
  })

  const born = await writeNeed(atelier!, bayeuxId, { ...needs.videos, gathersDays: 21 })
  await publish(atelier!, born.id)
  await pledge(atelier!, born.id, { capMinor: 60_000 })
}

/** A need to approve, a firm that asks to join, a draft. */
const waitingForTheAssociation = async ({ bayeux, port, bayeuxId, portId }: Cast): Promise<void> => {
  const [, , , cycles] = port
  const waiting = await writeNeed(cycles!, portId, needs.backups)
  await publish(cycles!, waiting.id)
  await cycles!.post(`/groups/${bayeuxId}/memberships`, {
    id: newId(),
    note: 'Ma boutique ouvre rue Saint-Jean en janvier.',
    signsCharter: true,
  })
  await writeNeed(bayeux[6]!, bayeuxId, { ...needs.videos, title: 'Un site vitrine pour chacun, sur un même modèle', skills: ['web-site'] })
  await drainEvents()
}
