import { onEvent } from '../events/on-event.ts'
import type { MailPort } from './mail-port.ts'
import { letterOf } from './mail-template.ts'
import { htmlOf, textOf } from './render-letter.ts'
import type { MailRequest } from './request-mail.ts'

export const listenForMail = (send: MailPort): void => {
  onEvent<MailRequest>('mail.requested', 'mail.deliver', async (request, { id, at }) => {
    const letter = letterOf(request.template, request.locale, request.params)
    await send({ ...request, id, at, subject: letter.subject, text: textOf(letter, request.locale), html: htmlOf(letter, request.locale) })
  })
}
