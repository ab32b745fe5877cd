import naf from '@socialgouv/codes-naf'

const labels = new Map(naf.map(({ id, label }) => [id, label]))

/** Whether the code exists. The nomenclature NAF 2025, in force from 2027, has no published package yet: its codes are taken by their shape. */
export const isActivity = ({ code, nomenclature }: { code: string; nomenclature: 'NAF2' | 'NAF2025' }): boolean =>
  nomenclature === 'NAF2025' || labels.has(code)

export const activityLabel = (code: string): string | undefined => labels.get(code)
