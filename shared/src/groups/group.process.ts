import { defineProcess } from '../process/process.ts'

/** While a group is frozen nothing is pledged, voted, charged or transferred; rooms, documents and retained funds stay. */
export const groupProcess = defineProcess({
  name: 'group',
  initial: 'active',
  states: ['active', 'frozen'],
  moves: {
    freeze: { from: ['active'], to: 'frozen', by: ['association', 'admin'] },
    unfreeze: { from: ['frozen'], to: 'active', by: ['association', 'admin'] },
  },
})
