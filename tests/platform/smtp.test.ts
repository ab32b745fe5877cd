import { createServer, type AddressInfo, type Socket } from 'node:net'
import { requestMail } from '@mutuo/server/platform/mail/request-mail.ts'
import { transaction } from '@mutuo/server/platform/mongo/transaction.ts'
import { testApp } from '../support/app.ts'
import { notesModule } from './example/notes.module.ts'

/** A server of mails that takes what it is given; `isAway` makes it hang up. */
const postOffice = () => {
  const letters: string[] = []
  const state = { isAway: false }
  const talk = (socket: Socket) => {
    if (state.isAway) return void socket.destroy()
    let isData = false
    let text = ''
    const say = (line: string) => socket.write(`${line}\r\n`)
    const hear = (line: string): void => {
      if (isData && line === '.') {
        letters.push(text)
        isData = false
        return void say('250 kept')
      }
      if (isData) return void (text += `${line}\n`)
      if (line === 'DATA') isData = true
      say(line === 'DATA' ? '354 go on' : line === 'QUIT' ? '221 bye' : '250 ok')
    }
    let rest = ''
    socket.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString('utf8')).split('\r\n')
      rest = lines.pop() ?? ''
      lines.forEach(hear)
    })
    socket.on('error', () => socket.destroy())
    say('220 here')
  }
  const server = createServer(talk).listen(0)
  return { letters, state, server, port: (server.address() as AddressInfo).port }
}

describe('letters by SMTP', () => {
  const office = postOffice()
  const app = testApp({
    modules: [notesModule],
    environment: { SMTP_URL: `smtp://127.0.0.1:${office.port}`, MAIL_FROM: 'Mutuo <bonjour@mutuo.example>' },
  })
  afterAll(() => void office.server.close())

  const send = (name: string) =>
    transaction(async (tx) =>
      requestMail(tx, { to: 'nina@example.org', locale: 'fr', template: 'notes.greeting', params: { name, url: 'http://localhost/1' } }),
    )

  it('leave with their sender, reader, subject, text and HTML', async () => {
    await send('Zoé')
    await app.drain()
    const [letter] = office.letters
    expect(letter).toMatch(/^From: Mutuo <bonjour@mutuo.example>$/m)
    expect(letter).toMatch(/^To: nina@example.org$/m)
    expect(letter).toMatch(/^Subject: =\?UTF-8\?Q\?Bonjour_Zo=C3=A9\?=$/m)
    expect(letter).toContain('Content-Type: text/plain')
    expect(letter).toContain('Content-Type: text/html')
  })

  it('wait while the server of mails is away: nobody else waits for it', async () => {
    office.state.isAway = true
    const since = performance.now()
    await send('Plus tard')
    expect(performance.now() - since).toBeLessThan(1_000)
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(office.letters).toHaveLength(1)
    office.state.isAway = false
    await app.drain()
    expect(office.letters).toHaveLength(2)
  })

  it('cannot be given more readers by what a person typed', async () => {
    await send('Nina\r\nBcc: all@example.org')
    await app.drain()
    expect(office.letters.at(-1)).not.toMatch(/^Bcc:/m)
  })
})
