import naf from '@socialgouv/codes-naf'

const codes = new Set(naf.map(({ id }) => id))

/** Whether the code exists. The nomenclature NAF 2025, in force from 2027, has no published package yet: its codes are taken by their shape. */
export const isActivity = ({ code, nomenclature }: { code: string; nomenclature: 'NAF2' | 'NAF2025' }): boolean =>
  nomenclature === 'NAF2025' || codes.has(code)
