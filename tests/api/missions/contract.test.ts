import { ContractModel } from '@mutuo/server/modules/missions/contract.model.ts'
import { missionMigrations } from '@mutuo/server/modules/missions/mission.migrations.ts'
import { hashOf } from '@mutuo/server/modules/missions/contract-content.ts'
import type { ContractView } from '@mutuo/shared/missions/contract.schema.ts'
import { formatEuros } from '@mutuo/shared/money/format.ts'
import { testApp } from '../../support/app.ts'
import { acceptContract, aGroupWithOpenBallot, getMission, voteForFirst, type Running } from '../../support/builders/mission.ts'
import { getNeed } from '../../support/builders/need.ts'
import { anSmeOwner, ok, type Persona } from '../../support/personas.ts'
import { readPdf } from '../../support/read-pdf.ts'

describe('the contract of a mission', () => {
  const app = testApp({ stripe: true })
  let running: Running
  let baker: Persona, florist: Persona, freelancer: Persona

  const contractOf = async (reader: Persona, more = ''): Promise<ContractView> =>
    ok(await reader.get(`/missions/${running.missionId}/contract${more}`)).body as ContractView
  const accept = (who: Persona, password = who.password, version = 1) =>
    who.post(`/missions/${running.missionId}/contract/acceptance`, { version, password })
  const deliverFirst = async () => {
    const { id, version } = (await getMission(freelancer, running.missionId)).milestones[0]!
    return freelancer.post(`/missions/${running.missionId}/milestones/${id}/delivery`, { version, note: 'Voilà', links: [] })
  }

  beforeAll(async () => {
    const voted = await aGroupWithOpenBallot(app, { firms: 3 })
    await voteForFirst(voted)
    ok(await voted.owners[0]!.post(`/ballots/${voted.ballot.id}/closing`))
    await app.drain()
    const { missionId } = await getNeed(voted.owners[0]!, voted.need.id)
    running = { ...voted, missionId: missionId! }
    ;[baker, florist] = running.owners as [Persona, Persona]
    freelancer = running.bidders[0]!
  }, 120_000)

  it('is drawn up at the award, with the hash of its original', async () => {
    const record = (await ContractModel.findOne({ missionId: running.missionId }).lean())!
    expect(record).toMatchObject({ version: 1, hash: hashOf(record.content) })
    const { content } = record
    const mission = await getMission(running.association, running.missionId)
    expect(content.totalMinor).toBe(mission.totalMinor)
    expect(content.parties.map(({ role }) => role)).toEqual(['freelancer', 'association', 'firm', 'firm', 'firm'])
    const cells = content.milestones.flatMap((milestone) => milestone.cells)
    for (const share of content.shares) {
      const own = cells.filter(({ firmId }) => firmId === share.firmId)
      expect(own.reduce((sum, { netMinor }) => sum + netMinor, 0)).toBe(share.netMinor)
      expect(share.netMinor).toBeLessThanOrEqual(share.capMinor - share.coverMinor)
    }
    for (const reader of [baker, freelancer, running.association]) expect((await contractOf(reader)).hash).toBe(record.hash)
  })

  it('shows a firm its own share, cap and column, and of its rivals nothing but their names', async () => {
    const { shares, milestones, copyHash } = await contractOf(baker)
    const { my } = await getMission(baker, running.missionId)
    const own = shares.find(({ isMe }) => isMe)!
    expect(own).toMatchObject({ netMinor: my!.netMinor, grossMinor: my!.grossMinor })
    expect(own.capMinor).toBeGreaterThanOrEqual(my!.netMinor)
    for (const other of shares.filter(({ isMe }) => !isMe)) expect(Object.keys(other).sort()).toEqual(['firmId', 'isMe', 'name'])
    expect(milestones.every(({ parts }) => parts === undefined)).toBe(true)
    expect(milestones.reduce((sum, { myAmountMinor = 0 }) => sum + myAmountMinor, 0)).toBe(my!.netMinor)
    expect((await contractOf(florist)).copyHash).not.toBe(copyHash)
  })

  it('shows the freelancer and the association the totals, without anybody’s cap', async () => {
    for (const reader of [freelancer, running.association]) {
      const { shares, milestones, totalMinor } = await contractOf(reader)
      expect(shares.every((share) => share.netMinor === undefined && share.capMinor === undefined)).toBe(true)
      expect(milestones.reduce((sum, { amountMinor = 0 }) => sum + amountMinor, 0)).toBe(totalMinor)
    }
  })

  it('is not known to who lost the vote, nor to an outsider', async () => {
    for (const stranger of [running.bidders[1]!, await anSmeOwner(app)])
      expect((await stranger.get(`/missions/${running.missionId}/contract`)).status).toBe(404)
    expect((await baker.get(`/missions/${running.missionId}/contract?version=2`)).status).toBe(404)
  })

  it('comes before the freelancer’s first delivery, and holds up nobody else: the shares are paid', async () => {
    expect((await getMission(baker, running.missionId)).state).toBe('active')
    const answer = await deliverFirst()
    expect([answer.status, answer.body.code]).toEqual([409, 'CONTRACT_NOT_ACCEPTED'])
    const deliver = (await getMission(freelancer, running.missionId)).milestones[0]!.abilities.find(({ move }) => move === 'deliver')
    expect(deliver).toMatchObject({ allowed: false, reason: 'CONTRACT_NOT_ACCEPTED' })
  })

  it('is accepted by an owner who types the password again, once, for good', async () => {
    const wrong = await accept(freelancer, 'un autre mot de passe')
    expect([wrong.status, wrong.body.code]).toEqual([403, 'STEP_UP_REQUIRED'])
    expect((await contractOf(freelancer)).acceptances).toEqual([])
    expect((await accept(freelancer, freelancer.password, 2)).body.code).toBe('STALE_STATE')
    const answers = await Promise.all([accept(freelancer), accept(freelancer)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await accept(freelancer)).body.code).toBe('ALREADY_ACCEPTED')
    const { acceptances, awaited, hash, abilities } = await contractOf(freelancer)
    expect(acceptances).toEqual([expect.objectContaining({ role: 'freelancer', person: freelancer.name, hash })])
    expect(awaited).toHaveLength(4)
    expect(abilities).toEqual([])
    expect(JSON.stringify(await app.database.db().collection('audit_log').find().toArray())).not.toContain(freelancer.password)
    ok(await deliverFirst())
  })

  it('counts on the mission’s page who has accepted, and asks who has not', async () => {
    expect((await getMission(baker, running.missionId)).contract).toMatchObject({ version: 1, accepted: 1, parties: 5, awaitsMe: true })
    await acceptContract(baker, running.missionId)
    await acceptContract(running.association, running.missionId)
    await app.drain()
    expect((await getMission(baker, running.missionId)).contract).toMatchObject({ accepted: 3, awaitsMe: false })
    const told = (who: Persona) =>
      who.get('/notifications?limit=100').then(({ body }) => (body.items as { kind: string }[]).map(({ kind }) => kind))
    for (const party of [baker, freelancer, running.association])
      expect((await told(party)).filter((kind) => kind === 'contract.to_accept')).toHaveLength(1)
  })

  it('is a tagged PDF in the reader’s language, with the reader’s amounts and the hash', async () => {
    const { shares, hash, copyHash } = await contractOf(baker)
    const own = shares.find(({ isMe }) => isMe)!
    const pdf = await readPdf(await baker.download(`/missions/${running.missionId}/contract.pdf`))
    expect(pdf.isTagged).toBe(true)
    const text = pdf.text.replaceAll(/\s+/g, ' ')
    for (const said of ['Contrat de mission', 'Mandat de facturation', baker.organisationName, hash, copyHash]) expect(text).toContain(said)
    expect(text).toContain(formatEuros(own.grossMinor!).replaceAll('\u00a0', ' '))
  })

  it('opens every part to the association where the charter says so, and nobody’s cap', async () => {
    const opened = { $set: { 'rules.amountsOpenToAssociation': true } }
    await app.database.db().collection<{ _id: string }>('missions').updateOne({ _id: running.missionId }, opened)
    const { shares, milestones, totalMinor } = await contractOf(running.association)
    expect(shares.reduce((sum, { netMinor = 0 }) => sum + netMinor, 0)).toBe(totalMinor)
    for (const { amountMinor, parts } of milestones) expect(parts!.reduce((sum, part) => sum + part.amountMinor, 0)).toBe(amountMinor)
    expect(shares.every(({ capMinor }) => capMinor === undefined)).toBe(true)
    const pdf = await readPdf(await running.association.download(`/missions/${running.missionId}/contract.pdf`))
    expect(pdf.text.replaceAll(/\s+/g, ' ')).toContain('Les parts de chaque entreprise')
    expect((await contractOf(baker)).shares.filter(({ netMinor }) => netMinor !== undefined)).toHaveLength(1)
  })

  it('is drawn up by the migration for missions of before', async () => {
    const before = (await ContractModel.findOne({ missionId: running.missionId }).lean())!
    await app.database.db().collection<{ _id: string }>('contracts').deleteOne({ _id: before._id })
    for (const migration of [...missionMigrations, ...missionMigrations]) await migration.run(app.database.db() as never)
    const after = await ContractModel.find({ missionId: running.missionId }).lean()
    expect(after).toHaveLength(1)
    expect(after[0]!.content.shares).toEqual(before.content.shares)
  })
})
