import type { App } from '../../support/app.ts'
import type { Client } from '../../support/client/http-client.ts'
import { nina, PASSWORD } from './people.ts'

export const signedIn = async (app: App, { email } = nina): Promise<Client> => {
  const client = app.client()
  const { status } = await client.post('/session', { email, password: PASSWORD })
  expect(status).toBe(200)
  return client
}
