import { getMissionMoney, listMovements } from '@mutuo/shared/billing/billing.endpoints.ts'
import type { Endpoint } from '@mutuo/shared/http/endpoint.ts'
import { getMission, listMissions } from '@mutuo/shared/missions/mission.endpoints.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { toastDone } from '../../ui/toast.ts'

const concerned = [keyOf(getMission), keyOf(getMissionMoney), keyOf(listMissions), keyOf(listMovements)]

/** An act on a mission: its pages are asked again, and one sentence says that it is done. */
export const useMissionAct = <E extends Endpoint>(endpoint: E, said: string) =>
  useAct(endpoint, { invalidates: concerned, onDone: () => toastDone(said) })
