import { z } from 'zod'
import { email, secretToken } from '../accounts/account.schema.ts'
import { abilityOf } from '../http/page.ts'
import { id, instant, line, text } from '../ids/id.ts'
import { organisationMark } from '../organisations/organisation.schema.ts'

/** Basis points: 10 000 is the whole. */
export const basisPoints = z.int().min(0).max(10_000)

export const ballotMethod = z.enum(['approval', 'score', 'ranked', 'consent'])

/** What the charter settles for every need of the group. */
export const groupRules = z.strictObject({
  needsApproval: z.boolean().default(false),
  ballotMethod: ballotMethod.default('score'),
  quorumHeadsBp: basisPoints.default(5_000),
  quorumEurosBp: basisPoints.default(5_000),
  /** A choice passes with strictly more than this part of the firms, and of the euros. */
  majorityHeadsBp: basisPoints.default(5_000),
  majorityEurosBp: basisPoints.default(5_000),
  resultsHidden: z.boolean().default(true),
  /** At the closing votes lose their firm, for everybody and for ever. */
  anonymousBallots: z.boolean().default(false),
  /** For how many other firms one firm may vote; 0 where there are no proxies between firms. */
  proxiesPerHolder: z.int().min(0).max(10).default(2),
  /** Where no bid passes, the best are voted on once more for so many days; 0 where there is no second round. */
  secondRoundDays: z.int().min(0).max(14).default(3),
  /** `delegates`: up to three firms of the mission, whom the firm that leads it names, accept for all. */
  commonAcceptance: z.enum(['all', 'majority_by_euros', 'delegates']).default('majority_by_euros'),
  tacitAcceptanceDays: z.int().min(3).max(60).default(14),
  graceDays: z.int().min(1).max(30).default(7),
  /** What the association keeps of each milestone, HT. */
  commissionBp: z.int().min(0).max(1_500).default(200),
  amountsOpenToAssociation: z.boolean().default(false),
  /** How long a firm that gives notice to a mission stays bound to what falls due. */
  noticeDays: z.int().min(7).max(90).default(30),
})

export const createGroupInput = z.strictObject({
  id,
  name: line(100),
  communeCode: z.string().regex(/^(\d{5}|2[AB]\d{3})$/),
  description: text(1000),
  charter: text(20_000),
  rules: groupRules,
})

export const updateGroupInput = z.strictObject({
  groupId: id,
  version: z.int(),
  name: line(100).optional(),
  description: text(1000).optional(),
  charter: text(20_000).optional(),
  rules: groupRules.optional(),
})

export const membershipState = z.enum(['requested', 'invited', 'active', 'suspended', 'left', 'refused'])

export const memberView = z.strictObject({
  membershipId: id,
  firm: organisationMark,
  state: membershipState,
  since: instant,
  units: z.int(),
  headcount: z.int().optional(),
  isSiretVerified: z.boolean(),
  charterSignedAt: instant.optional(),
  /** Said by the firm when it asked to join. */
  note: z.string().optional(),
  /** Moves that the viewer may make on this membership. */
  abilities: abilityOf(['approve', 'refuse', 'suspend', 'restore']),
})

export const invitationView = z.strictObject({
  id,
  email: z.string(),
  state: z.enum(['sent', 'accepted', 'expired']),
  sentAt: instant,
})

export const groupView = z.strictObject({
  id,
  version: z.int(),
  name: z.string(),
  commune: z.string(),
  communeCode: z.string(),
  description: z.string(),
  state: z.enum(['active', 'frozen']),
  association: organisationMark,
  memberCount: z.int(),
  rules: groupRules,
  /** Members, their association, and firms that may ask to join: they sign it. */
  charter: z.string().optional(),
  charterVersion: z.int(),
  /** Members and their association only. */
  members: z.array(memberView).optional(),
  /** The association only. */
  invitations: z.array(invitationView).optional(),
  inviteLink: z.url().optional(),
  frozenBecause: z.string().optional(),
  myMembership: z.strictObject({ membershipId: id, state: membershipState, charterSigned: z.boolean() }).optional(),
  abilities: abilityOf(['edit', 'invite', 'freeze', 'unfreeze', 'requestMembership', 'signCharter', 'leave', 'postNeed']),
})

export const groupCard = groupView.pick({
  id: true,
  name: true,
  commune: true,
  state: true,
  association: true,
  memberCount: true,
  myMembership: true,
})

export const inviteInput = z.strictObject({
  groupId: id,
  emails: z.array(z.string().max(254)).min(1).max(50),
  message: text(500).optional(),
})

/** One line for each address, so that one bad address stops none. */
export const inviteOutcome = z.strictObject({
  lines: z.array(z.strictObject({ email: z.string(), outcome: z.enum(['sent', 'already_member', 'already_invited', 'invalid']) })),
})

export const invitationPreview = z.strictObject({
  group: z.strictObject({
    id,
    name: z.string(),
    commune: z.string(),
    association: z.string(),
    memberCount: z.int(),
    description: z.string(),
  }),
  email: z.string().optional(),
  charter: z.string(),
})

export const acceptInvitationInput = z.strictObject({ token: secretToken, signsCharter: z.literal(true) })
export const inviteeEmail = email

export type CreateGroupInput = z.infer<typeof createGroupInput>
export type UpdateGroupInput = z.infer<typeof updateGroupInput>
export type InvitationView = z.infer<typeof invitationView>
export type GroupRules = z.infer<typeof groupRules>
export type GroupView = z.infer<typeof groupView>
export type GroupCard = z.infer<typeof groupCard>
export type MemberView = z.infer<typeof memberView>
export type BallotMethod = z.infer<typeof ballotMethod>
