import type { OrganisationKind } from '@mutuo/shared/accounts/account.schema.ts'
import { paths } from './paths.ts'
import type { Session } from './session.tsx'

type Place = { to: string; key: string; end?: boolean }

const visitor: Place[] = [
  { to: paths.needs, key: 'needs' },
  { to: `${paths.home}#etapes`, key: 'howItWorks' },
  { to: `${paths.home}#portes`, key: 'freelancers' },
  { to: `${paths.home}#portes`, key: 'associations' },
]

const places: Record<OrganisationKind, Place[]> = {
  sme: [
    { to: paths.needs, key: 'needs' },
    { to: paths.missions, key: 'missions' },
    { to: paths.rooms, key: 'rooms' },
    { to: paths.groups, key: 'myGroup' },
  ],
  freelancer: [
    { to: paths.desk, key: 'desk' },
    { to: paths.needs, key: 'needsToBid' },
    { to: paths.myBids, key: 'myBids' },
    { to: paths.missions, key: 'myMissions' },
    { to: paths.rooms, key: 'rooms' },
  ],
  association: [
    { to: paths.desk, key: 'dashboard' },
    { to: paths.groups, key: 'groups' },
    { to: paths.needs, key: 'needs' },
    { to: paths.rooms, key: 'rooms' },
  ],
  funder: [{ to: paths.needs, key: 'needs' }],
}

/** The places of the header, for whom the session acts. */
export const placesFor = ({ user, active }: Session): Place[] => {
  const own = active ? places[active.kind] : user ? [] : visitor
  return user?.isAdmin ? [...own, { to: paths.administration, key: 'administration' }] : own
}

const homes: Partial<Record<OrganisationKind, string>> = { sme: paths.desk, freelancer: paths.desk, association: paths.desk }

/** Where the logo leads, and where one arrives after signing in. */
export const homeFor = ({ user, active }: Pick<Session, 'user' | 'active'>) =>
  user ? (active ? (homes[active.kind] ?? paths.needs) : paths.onboarding) : paths.home
