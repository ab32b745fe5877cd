import { describeInBrowser } from './chromium.ts'
import type { Device } from './person.ts'
import { type Stage, startStage } from './start-stage.ts'

const widths = { phone: 390, desktop: 1280 } as const

/** A story played from its beginning by people who all hold a phone, then by people at a desk; every page that they look at has to be without fault. */
export const onBothDevices = (title: string, story: string, play: (stage: Stage, on: Device) => void): void => {
  for (const on of ['phone', 'desktop'] as const)
    describeInBrowser(`${title}, at ${widths[on]} px`, () => {
      const stage = startStage(`screens/${story}-${widths[on]}`)
      play(stage, on)
      it('nothing on any page breaks an accessibility rule, overflows a small phone or complains in the console', () => {
        expect(stage.faults).toEqual([])
      })
    })
}
