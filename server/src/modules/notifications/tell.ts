import { onEvent, type EventEnvelope } from '../../platform/events/on-event.ts'
import { organisations } from '../organisations/index.ts'
import { notify, type Notice } from './notify.ts'

/** Hears an event and tells those whom it concerns. A notice to nobody is no notice. */
export const tellOf = <D>(name: string, noticeOf: (data: D, event: EventEnvelope) => Promise<Notice | null> | Notice | null): void =>
  onEvent<D>(name, 'notifications.tell', async (data, event) => {
    const notice = await noticeOf(data, event)
    if (notice) await notify(notice, event)
  })

export const nameOf = async (organisationId: string): Promise<string> =>
  (await organisations.marksOf([organisationId])).get(organisationId)?.name ?? ''
