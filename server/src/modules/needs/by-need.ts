/** Records of several needs, need by need, each in the order given. (Node 20 has no Map.groupBy yet.) */
export const byNeed = <R extends { needId: string }>(records: readonly R[]): Map<string, R[]> => {
  const groups = new Map<string, R[]>()
  for (const record of records) {
    const group = groups.get(record.needId)
    if (group) group.push(record)
    else groups.set(record.needId, [record])
  }
  return groups
}
