/**
 * Expressions on the clock of the database, which all processes share. As milliseconds on both sides: SecantusDB compares a stored date
 * with $$NOW wrongly otherwise. `hasPassed` also holds where the field is missing. For filters inside $expr, and for pipeline updates.
 */
export const hasPassed = (field: string) => ({ $lt: [{ $toLong: `$${field}` }, { $toLong: '$$NOW' }] })

export const afterNow = (milliseconds: number) => ({ $dateAdd: { startDate: '$$NOW', unit: 'millisecond', amount: milliseconds } })
