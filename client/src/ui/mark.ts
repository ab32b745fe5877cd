const shapes: Record<string, 'square' | 'house'> = { freelancer: 'square', association: 'house', funder: 'house' }

export const shapeOf = (kind: string | undefined) => (kind && shapes[kind]) || 'disc'

/** `Fournil Lambert` → `FL`; small words do not count. */
export const initialsOf = (name: string) => {
  const words = name.split(/[\s’'&-]+/).filter((word) => word.length > 0)
  const big = words.filter((word) => !/^(l|la|le|les|d|de|du|des|et|à|au|aux|en|the|of|and)$/i.test(word))
  const [first, second] = big.length > 0 ? big : words
  return `${first?.[0] ?? '?'}${second?.[0] ?? first?.[1] ?? ''}`.toUpperCase()
}

/** The stable colour, 0 to 7, of whoever has no colour of their own yet (FNV-1a of the id). */
export const colourOf = (id: string) => {
  let hash = 0x811c9dc5
  for (const character of id) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193)
  return (hash >>> 0) % 8
}
