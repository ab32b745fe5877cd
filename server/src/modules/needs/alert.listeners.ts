import { onEvent } from '../../platform/events/on-event.ts'
import { now } from '../../platform/clock.ts'
import { publishChange } from '../../platform/realtime/publish-change.ts'
import { matchAlerts } from './match-alerts.ts'
import { tellDueAlerts } from './tell-alerts.ts'

export const listenForAlerts = () => {
  onEvent<{ needId: string }>('need.published', 'needs.match-alerts', async ({ needId }) => {
    await matchAlerts(needId, now())
    await tellDueAlerts({ now: now() })
  })
  onEvent<{ alertId: string; userId: string }>('alert.found', 'needs.tell-screens-of-alert', async ({ alertId, userId }) =>
    publishChange(`user:${userId}`, { entity: 'alert', id: alertId }),
  )
}
