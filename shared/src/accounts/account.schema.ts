import { z } from 'zod'
import { id, instant, line } from '../ids/id.ts'

export const locale = z.enum(['fr', 'en'])
export type Locale = z.infer<typeof locale>

export const email = z.string().trim().toLowerCase().max(254).pipe(z.email())

/** Any characters; length is what makes a password strong (OWASP, ASVS 6.2). The offline block-list is the server's. */
export const password = z.string().min(12).max(128)

/** 32 random bytes, base64url: single use, stored hashed. */
export const secretToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

export const signUpInput = z.strictObject({ id, name: line(80), email, password, locale, invitation: secretToken.optional() })
export const signInInput = z.strictObject({ email, password: z.string().min(1).max(128) })

export const organisationKind = z.enum(['sme', 'freelancer', 'association', 'funder'])
export const organisationRole = z.enum(['owner', 'member'])

/** An organisation that the person acts for. */
export const actingFor = z.strictObject({
  id,
  name: z.string(),
  kind: organisationKind,
  initials: z.string(),
  /** As in the organisation's mark. */
  colour: z.int().min(0).max(7),
  role: organisationRole,
})

export const sessionView = z.strictObject({
  csrfToken: z.string(),
  user: z.strictObject({ id, name: z.string(), email: z.string(), locale, isAdmin: z.boolean(), emailConfirmed: z.boolean() }).nullable(),
  organisations: z.array(actingFor),
  /** The organisation that this session acts for now. */
  active: actingFor.nullable(),
})

export const signedInDevice = z.strictObject({ id: z.string(), userAgent: z.string(), lastSeenAt: instant, isCurrent: z.boolean() })

export type SessionView = z.infer<typeof sessionView>
export type ActingFor = z.infer<typeof actingFor>
export type OrganisationKind = z.infer<typeof organisationKind>
export type OrganisationRole = z.infer<typeof organisationRole>
