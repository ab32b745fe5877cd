import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { commonPasswords } from '../../data/common-passwords.ts'
import { holdsWord } from '../../data/bloom-filter.ts'
import { fold } from '../../data/fold.ts'

const SHORTEST_REST = 8
const KEYBOARD = ['azertyuiop', 'azerty', 'qsdfghjklm', 'wxcvbn', 'qwertyuiop', 'qwerty', 'asdfghjkl', 'zxcvbnm']
const DIGITS = ['1234567890', '123456789', '12345678', '1234567', '123456', '12345', '1234']

/**
 * Refuses what a guesser tries first (ASVS 6.2.4, 6.2.11): the most frequent leaked passwords, and those that are hardly more than a row of the keyboard, the
 * person's own name or address, or this site's name. @throws PASSWORD_TOO_COMMON
 */
export const assertPasswordUncommon = (password: string, person: { name: string; email: string }): void => {
  const plain = password.normalize('NFKC').toLowerCase()
  if (holdsWord(commonPasswords, plain) || isMonotonous(plain) || restOf(plain, person).length < SHORTEST_REST)
    throw new DomainError('PASSWORD_TOO_COMMON')
}

/** One short motif again and again, or a walk along the digits or the alphabet. */
const isMonotonous = (plain: string): boolean => new Set(plain).size < 5 || /^(.{1,6}?)\1+$/.test(plain) || isWalk(plain)

const isWalk = (plain: string): boolean => {
  const steps = new Set([...plain].slice(1).map((letter, at) => letter.codePointAt(0)! - plain.codePointAt(at)!))
  return steps.size <= 1
}

/** What is left of a password without the rows of the keyboard and the words that anybody could guess from the person and the site. */
const restOf = (plain: string, { name, email }: { name: string; email: string }): string => {
  const known = [
    ...KEYBOARD,
    ...DIGITS,
    'mutuo',
    'motdepasse',
    'password',
    ...fold(name).split(' '),
    ...email.toLowerCase().split(/[^\p{L}\p{N}]+/u),
  ]
  return known
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length)
    .reduce((rest, word) => rest.replaceAll(word, ''), plain.normalize('NFKD').replace(/[\p{M}\s]/gu, ''))
}
