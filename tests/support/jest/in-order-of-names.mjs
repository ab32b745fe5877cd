import Sequencer from '@jest/test-sequencer'

/** By name, not by what the last run took: who names the files (scripts/steps/test-groups.mjs) has put them in order. */
export default class InOrderOfNames extends Sequencer {
  sort(tests) {
    return [...tests].sort((a, b) => (a.path < b.path ? -1 : 1))
  }
}
