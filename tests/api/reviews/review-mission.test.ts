import { setClock, systemClock } from '@mutuo/server/platform/clock.ts'
import type { NotificationView } from '@mutuo/shared/notifications/notification.schema.ts'
import type { ReportedReview, ReviewPage } from '@mutuo/shared/reviews/review.schema.ts'
import { v7 as newId } from 'uuid'
import { movesOf } from '../../support/abilities.ts'
import { testApp } from '../../support/app.ts'
import {
  aFinishedMission,
  finishMission,
  ofFreelancer,
  ofGroup,
  review,
  reviewsOfFreelancer,
  reviewsOfMission,
  type Finished,
} from '../../support/builders/review.ts'
import { aSubmittedBid } from '../../support/builders/bid.ts'
import { anOpenNeed } from '../../support/builders/need.ts'
import { anAdmin, anSmeMember, ok, type Persona } from '../../support/personas.ts'

const dayMs = 86_400_000

describe('reviews', () => {
  const app = testApp()
  const skipDays = (days: number) => setClock(() => new Date(Date.now() + days * dayMs))
  afterEach(() => setClock(systemClock))
  const told = async (who: Persona, kind: string) => {
    const { items } = ok(await who.get('/notifications?limit=100')).body as { items: NotificationView[] }
    return items.filter((item) => item.kind === kind)
  }

  describe('of a mission whose parties all write', () => {
    let mission: Finished
    let baker: Persona, florist: Persona, cellar: Persona, freelancer: Persona
    beforeAll(async () => {
      mission = await aFinishedMission(app)
      ;[baker, florist, cellar] = mission.owners as [Persona, Persona, Persona]
      freelancer = mission.freelancer
    }, 60_000)

    it('are asked of each firm and of the freelancer, with the day until which they may write', async () => {
      for (const party of [baker, cellar, freelancer])
        expect(await told(party, 'review.open')).toMatchObject([{ path: `/missions/${mission.missionId}/avis`, needsAction: true }])
      expect(await reviewsOfMission(baker, mission.missionId)).toMatchObject({
        window: 'open',
        kind: 'of_freelancer',
        written: 0,
        awaited: 4,
      })
      expect(movesOf(await reviewsOfMission(mission.association, mission.missionId))).toEqual({})
      expect(ok(await freelancer.get('/awaited-reviews')).body).toMatchObject({
        items: [{ missionId: mission.missionId, kind: 'of_group' }],
      })
      expect(ok(await mission.association.get('/awaited-reviews')).body).toEqual({ items: [] })
    })

    it('are written once a side, by its owner, about the other side', async () => {
      const member = await anSmeMember(app, baker)
      const refused = [
        await review(member, mission.missionId, ofFreelancer()),
        await review(baker, mission.missionId, ofGroup()),
        await review(mission.association, mission.missionId, ofFreelancer()),
        await review(baker, mission.missionId, { ...ofFreelancer(), marks: { ...ofFreelancer().marks, overall: 6 } }),
      ]
      expect(refused.map(({ status, body }) => [status, body.code])).toEqual([
        [403, 'OWNER_ONLY'],
        [403, 'REVIEW_OTHER_SIDE'],
        [403, 'FORBIDDEN'],
        [400, 'INVALID_INPUT'],
      ])
      const id = newId()
      const twice = await Promise.all([1, 2].map(() => review(baker, mission.missionId, ofFreelancer(5), id)))
      expect(twice.map(({ status, body }) => [status, body.mine.id])).toEqual([
        [201, id],
        [201, id],
      ])
      expect((await review(baker, mission.missionId, ofFreelancer(1))).body.code).toBe('REVIEW_ALREADY_WRITTEN')
      expect(ok(await baker.get('/awaited-reviews')).body).toEqual({ items: [] })
      expect((await review(cellar, mission.missionId, ofFreelancer(1), id)).body.code).toBe('ALREADY_EXISTS')
    })

    it('are blind: nobody but the author reads one, who may still say it better', async () => {
      const { mine } = await reviewsOfMission(baker, mission.missionId)
      expect(mine?.state).toBe('written')
      expect(await reviewsOfFreelancer(baker, freelancer)).toEqual({ items: [] })
      for (const reader of [freelancer, florist, mission.association]) {
        const text = JSON.stringify([await reviewsOfMission(reader, mission.missionId), await reviewsOfFreelancer(reader, freelancer)])
        expect(text).not.toContain('À l’heure')
        expect((await reader.post(`/reviews/${mine?.id}/reports`, { reason: 'Faux' })).body.code).toBe('NOT_FOUND')
      }
      const better = ofFreelancer(4, { text: 'À l’heure, et très clair.' })
      ok(await baker.patch(`/reviews/${mine?.id}`, { version: mine?.version, content: better }))
      expect((await reviewsOfMission(baker, mission.missionId)).mine?.content).toEqual(better)
    })

    it('are out for a firm and the freelancer once both are in, and for nobody else’s pair', async () => {
      ok(await review(freelancer, mission.missionId, ofGroup()))
      await app.drain()
      expect((await reviewsOfMission(baker, mission.missionId)).ofGroup).toMatchObject({ text: ofGroup().text, marks: ofGroup().marks })
      for (const reader of [florist, mission.association])
        expect((await reviewsOfMission(reader, mission.missionId)).ofGroup).toBeUndefined()
      expect(await told(freelancer, 'review.published')).toHaveLength(1)
      expect(await told(florist, 'review.published')).toEqual([])
      expect(movesOf(await reviewsOfMission(baker, mission.missionId))).toEqual({ revise: 'REVIEW_READABLE' })
      expect(movesOf(await reviewsOfMission(freelancer, mission.missionId))).toEqual({ revise: 'REVIEW_READABLE' })
    })

    it('of fewer than three firms say neither figure nor unsigned word; what a firm signs is read', async () => {
      expect(await reviewsOfFreelancer(mission.association, freelancer)).toEqual({ items: [] })
      ok(await review(florist, mission.missionId, ofFreelancer(2, { isSigned: true, text: 'Trop de réunions.' })))
      await app.drain()
      const page = await reviewsOfFreelancer(mission.association, freelancer)
      expect(page).toMatchObject({ items: [{ text: 'Trop de réunions.', author: { id: florist.organisationId } }] })
      expect(page.figures).toBeUndefined()
      expect(JSON.stringify(page)).not.toContain('overall')
    })

    it('of three firms give an average, a count and who would come back; an unsigned one names its group alone', async () => {
      ok(await review(cellar, mission.missionId, ofFreelancer(4, { wouldWorkAgain: false, text: 'Bien.' })))
      await app.drain()
      const { items, figures } = await reviewsOfFreelancer(mission.association, freelancer)
      expect(figures).toMatchObject({ average: 3.3, reviews: 3, groups: 1, distribution: [0, 1, 0, 2, 0], wouldWorkAgain: 2 })
      const named = new Map(items.map(({ text, author }) => [text, author?.name]))
      expect(named.get('Bien.')).toBeUndefined()
      expect(named.size).toBe(3)
      for (const unsigned of [baker, cellar]) expect(JSON.stringify(items)).not.toContain(unsigned.organisationId)
      // Every firm is in: the freelancer's is out for everybody.
      expect((await reviewsOfMission(mission.association, mission.missionId)).ofGroup?.text).toBe(ofGroup().text)
      const ofTheGroup = ok(await florist.get(`/groups/${mission.id}/reviews`)).body as ReviewPage
      expect(ofTheGroup).toMatchObject({ items: [{ author: { id: freelancer.organisationId } }] })
      expect(ofTheGroup.items[0]).not.toHaveProperty('marks')
    })

    it('are told where bids are compared, and in the table that is taken along', async () => {
      const need = await anOpenNeed(baker, mission.id)
      await aSubmittedBid(freelancer, need)
      const path = `/needs/${need.id}/bids`
      expect(ok(await baker.get(path)).body.items).toMatchObject([{ freelancer: { rating: { average: 3.3, reviews: 3, groups: 1 } } }])
      expect((await baker.get(`${path}/export`)).text).toContain('3,3 sur 5, 3 avis')
    })

    it('get one public reply, from whom they are about', async () => {
      const [item] = (await reviewsOfFreelancer(freelancer, freelancer)).items
      const reply = (who: Persona, version = item!.version) => who.post(`/reviews/${item!.id}/reply`, { version, text: 'Merci à vous.' })
      expect((await reply(baker)).body.code).toBe('REVIEWED_ONLY')
      ok(await reply(freelancer))
      expect((await reply(freelancer, item!.version + 1)).body.code).toBe('REVIEW_ALREADY_REPLIED')
      const [shown] = (await reviewsOfFreelancer(baker, freelancer)).items
      expect(shown).toMatchObject({ reply: { text: 'Merci à vous.', by: freelancer.organisationName } })
      const [ofTheGroup] = (ok(await baker.get(`/groups/${mission.id}/reviews`)).body as ReviewPage).items
      expect((await florist.post(`/reviews/${ofTheGroup!.id}/reply`, { version: ofTheGroup!.version, text: 'Merci' })).body.code).toBe(
        'REVIEWED_ONLY',
      )
      ok(await mission.association.post(`/reviews/${ofTheGroup!.id}/reply`, { version: ofTheGroup!.version, text: 'Avec plaisir.' }))
    })

    it('are reported, then hidden by the association with its reason, and leave the figures', async () => {
      const find = async () => (await reviewsOfFreelancer(freelancer, freelancer)).items.find(({ text }) => text === 'Trop de réunions.')
      const { id, version } = (await find())!
      const hide = (who: Pick<Persona, 'post'>, at: number) =>
        who.post(`/reviews/${id}/hiding`, { version: at, reason: 'Vise une personne' })
      expect((await hide(mission.association, version)).body.code).toBe('REVIEW_NOT_REPORTED')
      const report = () => freelancer.post(`/reviews/${id}/reports`, { reason: 'Ce n’était pas nous' })
      ok(await report())
      expect((await report()).body.code).toBe('REVIEW_ALREADY_REPORTED')
      await app.drain()
      expect(await told(mission.association, 'review.reported')).toHaveLength(1)
      const { items } = ok(await mission.association.get('/reported-reviews')).body as { items: ReportedReview[] }
      expect(items).toMatchObject([{ id, reports: [{ by: freelancer.organisationName, reason: 'Ce n’était pas nous' }] }])
      expect((await hide(freelancer, version + 1)).body.code).toBe('ASSOCIATION_ONLY')
      ok(await hide(mission.association, version + 1))
      await app.drain()
      expect(await find()).toBeUndefined()
      expect((await reviewsOfFreelancer(freelancer, freelancer)).figures).toBeUndefined()
      const admin = await anAdmin(app)
      const { items: log } = ok(await admin.get('/admin/audit')).body as { items: { action: string }[] }
      expect(log.map(({ action }) => action)).toContain('review.hide')
    })

    it('of its own group are not the association’s to hide', async () => {
      const { id } = (ok(await baker.get(`/groups/${mission.id}/reviews`)).body as ReviewPage).items[0]!
      ok(await baker.post(`/reviews/${id}/reports`, { reason: 'Exagéré' }))
      const { items } = ok(await mission.association.get('/reported-reviews')).body as { items: ReportedReview[] }
      const reported = items.find((item) => item.id === id)!
      const hide = (who: Pick<Persona, 'post'>) => who.post(`/reviews/${id}/hiding`, { version: reported.version, reason: 'Insulte' })
      expect((await hide(mission.association)).body.code).toBe('REVIEW_OF_OWN_GROUP')
      ok(await hide(await anAdmin(app)))
    })
  })

  describe('of a mission whose window passes', () => {
    let mission: Finished
    let baker: Persona, florist: Persona, cellar: Persona, freelancer: Persona
    beforeAll(async () => {
      mission = await aFinishedMission(app)
      ;[baker, florist, cellar] = mission.owners as [Persona, Persona, Persona]
      freelancer = mission.freelancer
      for (const firm of [baker, florist]) ok(await review(firm, mission.missionId, ofFreelancer(5)))
      const other = await finishMission(mission, freelancer, [cellar])
      ok(await review(cellar, other, ofFreelancer(3)))
    }, 60_000)

    it('remind once, three days before the end, those who have not written', async () => {
      skipDays(11.01)
      await app.jobs()
      await app.jobs()
      expect((await told(cellar, 'review.reminder')).filter(({ path }) => path.includes(mission.missionId))).toHaveLength(1)
      expect(await told(baker, 'review.reminder')).toEqual([])
    })

    it('are refused after its end, and can be read from then on whether or not the job has run', async () => {
      skipDays(14.01)
      expect((await review(freelancer, mission.missionId, ofGroup())).body.code).toBe('REVIEWS_CLOSED')
      expect(movesOf(await reviewsOfMission(freelancer, mission.missionId))).toEqual({ write: 'REVIEWS_CLOSED' })
      expect((await reviewsOfFreelancer(freelancer, freelancer)).figures).toMatchObject({ average: 4.3, reviews: 3 })
      expect((await reviewsOfMission(baker, mission.missionId)).mine?.state).toBe('published')
      expect(await told(freelancer, 'review.published')).toEqual([])
      await app.jobs()
      await app.jobs()
      expect(await told(freelancer, 'review.published')).toHaveLength(2)
    })
  })

  it('that both sides write at once are both out', async () => {
    const { owners, freelancer, missionId } = await aFinishedMission(app, { firms: 1 })
    await Promise.all(
      [review(owners[0]!, missionId, ofFreelancer()), review(freelancer, missionId, ofGroup())].map(async (said) => ok(await said)),
    )
    for (const side of [owners[0]!, freelancer]) expect((await reviewsOfMission(side, missionId)).mine?.state).toBe('published')
  })

  it('and a group’s record are for those who may bid and for its association, not for rivals in it', async () => {
    const mission = await aFinishedMission(app, { firms: 1 })
    const path = `/groups/${mission.id}/record`
    expect((await mission.owners[0]!.get(path)).body.code).toBe('FREELANCER_ONLY')
    for (const reader of [mission.freelancer, mission.association])
      expect(ok(await reader.get(path)).body).toMatchObject({ missions: 1, completed: 1, brokenOff: 0, paidOnTimePercent: null })
  })
})
