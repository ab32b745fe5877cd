import { keysetPage } from '@mutuo/server/platform/mongo/keyset-page.ts'
import { testDatabase, testServerKind } from '../support/database/test-database.ts'
import { aNote, NoteModel } from './a-note.model.ts'

const database = testDatabase()

describe('French names', () => {
  const SORTED = ['Abel', 'cote', 'coté', 'côte', 'côté', 'École du Rhône', 'Ecully', 'Élan', 'Émile', 'Zoé']

  it('sort as a French reader expects, under collation fr', async () => {
    const names = database.db().collection<{ _id: string }>('contract_names')
    await names.insertMany(SORTED.toReversed().map((_id) => ({ _id })))
    const sorted = await names.find().sort({ _id: 1 }).collation({ locale: 'fr' }).toArray()
    expect(sorted.map(({ _id }) => _id)).toEqual(SORTED)
  })

  it('are found whatever their case and accents, at strength 1', async () => {
    const firms = database.db().collection('contract_firms')
    await firms.insertMany([{ name: 'Émile' }, { name: 'Emilie' }])
    const found = await firms.find({ name: 'emile' }).collation({ locale: 'fr', strength: 1 }).toArray()
    expect(found.map(({ name }) => name)).toEqual(['Émile'])
  })

  it('folded, are found by a range of prefixes', async () => {
    const folded = database.db().collection<{ _id: string; nameFold: string }>('contract_folded')
    await folded.createIndex({ nameFold: 1 }, { name: 'by_fold' })
    await folded.insertMany(
      ['boulangerie mercier', 'bouvet plomberie', 'bonnin', 'cordonnerie'].map((nameFold, i) => ({ _id: `${i}`, nameFold })),
    )
    const found = await folded
      .find({ nameFold: { $gte: 'bou', $lt: 'bov' } })
      .sort({ nameFold: 1 })
      .toArray()
    expect(found.map(({ nameFold }) => nameFold)).toEqual(['boulangerie mercier', 'bouvet plomberie'])
  })
})

describe('pages by key', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute))
  const ask = { filter: { groupId: 'paged' }, sortKey: 'madeAt', limit: 4 } as const

  beforeAll(() =>
    // Ten records in five moments: the order among equals is that of _id.
    NoteModel.insertMany(Array.from({ length: 10 }, (_, i) => aNote({ _id: `p${i}`, groupId: 'paged', madeAt: at(Math.floor(i / 2)) }))),
  )

  const walk = async (direction: 'asc' | 'desc') => {
    const ids: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof keysetPage<Parameters<typeof aNote>[0] & { madeAt: Date; groupId: string }>>> =
        await keysetPage(NoteModel as never, { ...ask, direction, cursor })
      ids.push(...page.items.map(({ _id }) => _id))
      cursor = page.nextCursor
    } while (cursor)
    return ids
  }

  it('show every record once, in both directions', async () => {
    const ids = Array.from({ length: 10 }, (_, i) => `p${i}`)
    expect(await walk('asc')).toEqual(ids)
    expect(await walk('desc')).toEqual(ids.toReversed())
  })

  it('do not repeat or miss when a record comes in meanwhile', async () => {
    const first = await keysetPage(NoteModel, { ...ask, direction: 'asc' })
    await NoteModel.create(aNote({ _id: 'p-early', groupId: 'paged', madeAt: at(0) }))
    const second = await keysetPage(NoteModel, { ...ask, direction: 'asc', cursor: first.nextCursor })
    expect(second.items.map(({ _id }) => _id)).toEqual(['p4', 'p5', 'p6', 'p7'])
    await NoteModel.deleteOne({ _id: 'p-early' })
  })

  it('end with no cursor, also when the last one is full', async () => {
    expect((await keysetPage(NoteModel, { ...ask, limit: 10, direction: 'asc' })).nextCursor).toBeNull()
  })

  it('refuse a cursor that is not theirs', async () => {
    for (const cursor of ['x', Buffer.from('{"$gt":""}').toString('base64url'), Buffer.from('[{"$gt":""},"p1"]').toString('base64url')]) {
      await expect(keysetPage(NoteModel, { ...ask, direction: 'asc', cursor })).rejects.toMatchObject({ code: 'INVALID_CURSOR' })
    }
  })

  it('are read from the index, and only the page where the server can', async () => {
    const plan = await NoteModel.find({ groupId: 'paged' }).sort({ madeAt: 1, _id: 1 }).limit(4).explain('executionStats')
    const told = JSON.stringify(plan)
    expect(told).toContain('IXSCAN')
    if (testServerKind() !== 'default') {
      const { executionStats } = plan as unknown as { executionStats: { totalDocsExamined: number } }
      expect(executionStats.totalDocsExamined).toBeLessThanOrEqual(4)
    }
  })
})
