import type { TemplateView } from '@mutuo/shared/needs/blueprint.schema.ts'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { v7 as newId } from 'uuid'
import { testApp } from '../../support/app.ts'
import { anAwardedMission, type Running } from '../../support/builders/mission.ts'
import { anOpenNeed, getNeed } from '../../support/builders/need.ts'
import { aGroupOf, aGroupWithMembers, anSmeOwner, enrol, ok, type Group, type Persona } from '../../support/personas.ts'

describe('a need that another group uses again', () => {
  const app = testApp({ stripe: true })
  let running: Running
  let other: Group
  let done: NeedView
  const clone = (client: Persona, needId: string, groupId: string, id = newId()) => client.post(`/needs/${needId}/clones`, { id, groupId })

  beforeAll(async () => {
    ;[running, other] = await Promise.all([
      anAwardedMission(app, { title: 'Référencement, d’après Entreprise 2', summary: 'Entreprise 1 a payé 1 250 €.' }),
      aGroupWithMembers(app, 2, { name: 'Artisans de la vallée', communeCode: '42187' }),
    ])
    done = await getNeed(running.owners[0]!, running.need.id)
  }, 120_000)

  it('starts as a draft with the lots, keys, rules and steps, in its own town and with dates ahead', async () => {
    const id = newId()
    const [first, again] = [await clone(other.owners[0]!, done.id, other.id, id), await clone(other.owners[0]!, done.id, other.id, id)]
    const draft = ok(first).body as NeedView
    expect(ok(again).body.id).toBe(draft.id)
    expect(draft).toMatchObject({ state: 'draft', group: { id: other.id }, commune: 'Roanne', bidCount: 0 })
    expect(draft.content).toMatchObject({ skills: done.content.skills, minFirms: 3, targetFirms: 6, rules: done.content.rules })
    const lots = ({ content }: NeedView) => content.lots.map(({ id: _, ...lot }) => lot)
    expect(lots(draft)).toEqual(lots(done))
    expect(draft.content.expectedMilestones?.map(({ title }) => title)).toEqual(['Jalon 1', 'Jalon 2', 'Jalon 3'])
    ok(await other.owners[0]!.post(`/needs/${id}/publication`))
  })

  it('holds no id, name or amount of the firms that had it done', async () => {
    const draft = ok(await clone(other.owners[0]!, done.id, other.id)).body as NeedView
    const said = JSON.stringify(draft.content)
    for (const { organisationId, organisationName } of [...running.owners, ...running.bidders]) {
      expect(said).not.toContain(organisationId)
      expect(said).not.toContain(organisationName)
    }
    for (const amount of ['90000', '1 250', 'capMinor', 'netMinor', done.id, running.missionId]) expect(said).not.toContain(amount)
    for (const lot of done.content.lots) expect(said).not.toContain(lot.id)
  })

  it('is one whose mission runs or is over, in a group of whoever uses it again', async () => {
    const open = await anOpenNeed(running.owners[0]!, running.id)
    expect(await clone(other.owners[0]!, open.id, other.id)).toMatchObject({ status: 409, body: { code: 'NEED_NOT_REUSABLE' } })
    const stranger = await anSmeOwner(app)
    expect(await clone(stranger, done.id, other.id)).toMatchObject({ status: 403, body: { code: 'NOT_A_MEMBER' } })
    const secret = await anOpenNeed(running.owners[0]!, running.id, { rules: { visibility: 'group' } })
    expect(await clone(other.owners[0]!, secret.id, other.id)).toMatchObject({ status: 404 })
  })

  describe('from the library of its association', () => {
    let template: TemplateView
    const listed = async (client: Persona) => (ok(await client.get('/templates')).body.items as TemplateView[]).map(({ name }) => name)
    const start = (client: Persona, groupId: string) => client.post(`/templates/${template.id}/needs`, { id: newId(), groupId })

    beforeAll(async () => {
      const input = { id: newId(), name: 'Référencement partagé' }
      const { association } = running
      const saved = await Promise.all([1, 2].map(() => association.post(`/needs/${done.id}/templates`, input)))
      template = ok(saved[0]!).body as TemplateView
      expect(ok(saved[1]!).body).toEqual(template)
    })

    it('is listed for the association and the firms of its groups, and for nobody else', async () => {
      expect(await listed(running.association)).toEqual(['Référencement partagé'])
      expect(await listed(running.owners[1]!)).toEqual(['Référencement partagé'])
      expect(await listed(other.association)).toEqual([])
      expect(JSON.stringify(template.blueprint)).not.toContain('Entreprise')
      expect(await running.owners[0]!.post(`/needs/${done.id}/templates`, { id: newId(), name: 'Le mien' })).toMatchObject({ status: 403 })
    })

    it('starts a draft in any group of that association, until it is removed', async () => {
      const second = await aGroupOf(running.association, { name: 'Quartier Nord' })
      const newcomer = await anSmeOwner(app)
      await enrol(second.id, [newcomer])
      const draft = ok(await start(newcomer, second.id)).body as NeedView
      expect(draft).toMatchObject({ state: 'draft', group: { name: 'Quartier Nord' }, content: { title: template.blueprint.title } })
      expect(await start(running.association, other.id)).toMatchObject({ status: 422, body: { code: 'TEMPLATE_OF_OTHER_ASSOCIATION' } })
      expect(await start(other.owners[0]!, other.id)).toMatchObject({ status: 404 })
      expect(await newcomer.delete(`/templates/${template.id}`)).toMatchObject({ status: 403, body: { code: 'ASSOCIATION_ONLY' } })
      ok(await running.association.delete(`/templates/${template.id}`))
      expect(await listed(running.association)).toEqual([])
      expect(await start(newcomer, second.id)).toMatchObject({ status: 404 })
    })
  })
})
