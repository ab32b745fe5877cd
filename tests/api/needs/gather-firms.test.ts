import { aNeedWithPledges, getNeed } from '../../support/builders/need.ts'
import { testApp } from '../../support/app.ts'

describe('a need that gathers firms', () => {
  const app = testApp()

  it('shows the firms, how far they are and what one more would save', async () => {
    const { need, owners } = await aNeedWithPledges(app, 3)
    const seen = await getNeed(owners[3]!, need.id)
    console.log(JSON.stringify(seen, null, 1))
    expect(seen.funding).toMatchObject({ firms: 3, minFirms: 3, firmsMissing: 0, isMinimumReached: true })
  })
})
