import { drainEvents } from '../platform/events/deliver-events.ts'
import { review } from './demo-steps.ts'
import type { Actor } from './people.ts'

type Said = { overall: number; text: string; isSigned?: boolean; wouldWorkAgain?: boolean }

const ofFreelancer = ({ overall, text, isSigned = false, wouldWorkAgain = true }: Said) => ({
  kind: 'of_freelancer',
  marks: { overall, quality: overall, deadlines: Math.min(5, overall + 1), listening: overall },
  text,
  wouldWorkAgain,
  isSigned,
})

/** Both sides of the letter of the port have written: the marks of four firms make an average, and the freelancer answers one. */
export const reviewLetter = async (firms: Actor[], freelancer: Actor, missionId: string): Promise<void> => {
  const said: Said[] = [
    { overall: 5, text: 'Trois lettres, et des clients qui m’en parlent au marché.', isSigned: true },
    { overall: 4, text: 'Le modèle est simple à reprendre. Les photos restaient à notre charge.' },
    { overall: 5, text: '' },
    { overall: 4, text: 'Bien écrit, livré le jour dit.', isSigned: true },
  ]
  for (const [at, firm] of firms.entries()) await review(firm, missionId, ofFreelancer(said[at]!))
  await review(freelancer, missionId, {
    kind: 'of_group',
    marks: { overall: 5, clarity: 4, availability: 5, payment: 5 },
    text: 'Un port où l’on répond dans la journée, et qui décide vite.',
    wouldWorkAgain: true,
  })
  await drainEvents()
  const { items } = await freelancer.get(`/organisations/${freelancer.organisationId}/reviews`)
  const answered = (items as { id: string; version: number; text: string }[]).find(({ text }) => text.includes('photos'))
  if (answered)
    await freelancer.post(`/reviews/${answered.id}/reply`, {
      version: answered.version,
      text: 'C’est vrai : la prochaine fois je passerai avec mon appareil.',
    })
  await drainEvents()
}

/** One firm has written of the cards in English; nobody reads it before the others have, or the days are over. */
export const beginToReview = async (firm: Actor, missionId: string): Promise<void> => {
  await review(firm, missionId, ofFreelancer({ overall: 5, text: 'Les visiteurs anglais restent plus longtemps devant la vitrine.' }))
  await drainEvents()
}
