import { createHash, createHmac } from 'node:crypto'
import { appUrl, config } from '../../platform/config.ts'
import type { GroupRecord } from './group.model.ts'

export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** The link of a group can be shown again and is stored nowhere: it follows from the group, the count of its links and the server's key. */
export const linkSecretOf = ({ _id, linkVersion }: Pick<GroupRecord, '_id' | 'linkVersion'>): string =>
  createHmac('sha256', config().sessionSecret).update(`invite-link:${_id}:${linkVersion}`).digest('base64url')

/** Undefined when the server's key has changed since: the association asks for a new link. */
export const inviteLinkOf = (group: Pick<GroupRecord, '_id' | 'linkVersion' | 'linkHash'>): string | undefined => {
  const secret = linkSecretOf(group)
  return hashSecret(secret) === group.linkHash ? appUrl(`/invitation/${secret}`) : undefined
}
