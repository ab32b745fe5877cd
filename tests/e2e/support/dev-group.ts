// TEMPORARY while the groups' screens are being written.
import type { RunningTestApp } from '../../support/app.ts'
import { aGroupInput } from '../../support/builders/group.ts'
import { ok } from '../../support/personas.ts'
import type { Person } from './person.ts'

export const devGroup = async (app: RunningTestApp, association: Person, firms: Person[]): Promise<void> => {
  const as = async ({ email, password }: Person) => {
    const client = app.client()
    ok(await client.post('/session', { email, password }))
    return client
  }
  const michel = await as(association)
  const input = aGroupInput()
  ok(await michel.post('/groups', input))
  const { url } = ok(await michel.post(`/groups/${input.id}/invite-link`)).body as { url: string }
  for (const firm of firms)
    ok(await (await as(firm)).post(`/invitations/${url.slice(url.lastIndexOf('/') + 1)}/acceptance`, { signsCharter: true }))
}
