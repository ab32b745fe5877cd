import type { AccountsPort } from '@mutuo/server/platform/http/accounts-port.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'

type Person = { userId: string; name: string; email: string; isMember: boolean; isAdmin: boolean }

export const nina: Person = {
  userId: '019aa000-0000-7000-8000-000000000001',
  name: 'Nina',
  email: 'nina@example.org',
  isMember: true,
  isAdmin: false,
}
export const omar: Person = {
  userId: '019aa000-0000-7000-8000-000000000002',
  name: 'Omar',
  email: 'omar@example.org',
  isMember: false,
  isAdmin: true,
}
export const PASSWORD = 'une longue phrase de passe'

const everybody = [nina, omar]

export const personOf = (userId: string): Person | undefined => everybody.find((person) => person.userId === userId)

/** Those who are gone since: the platform asks at each request. */
export const gone = new Set<string>()

export const people: AccountsPort = {
  async verifyCredentials({ email, password }) {
    const person = everybody.find((one) => one.email === email)
    if (!person || password !== PASSWORD) throw new DomainError('WRONG_CREDENTIALS')
    return { userId: person.userId }
  },
  async loadViewer({ userId, organisationId }) {
    const person = personOf(userId)
    if (!person || gone.has(userId)) return null
    const { name, email, isAdmin } = person
    return {
      userId,
      name,
      email,
      isAdmin,
      locale: 'fr',
      organisationId,
      organisationKind: organisationId ? 'sme' : null,
      role: organisationId ? 'owner' : null,
    }
  },
}
