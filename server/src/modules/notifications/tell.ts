import { onEvent, type EventEnvelope } from '../../platform/events/on-event.ts'
import { organisations } from '../organisations/index.ts'
import { notify, type Notice } from './notify.ts'

type Told = Notice | readonly Notice[] | null

/** Hears an event and tells those whom it concerns, some in other words than the rest. A notice to nobody is no notice. */
export const tellOf = <D>(name: string, noticeOf: (data: D, event: EventEnvelope) => Promise<Told> | Told): void =>
  onEvent<D>(name, 'notifications.tell', async (data, event) => {
    for (const notice of [(await noticeOf(data, event)) ?? []].flat()) await notify(notice, event)
  })

export const nameOf = async (organisationId: string): Promise<string> =>
  (await organisations.marksOf([organisationId])).get(organisationId)?.name ?? ''
