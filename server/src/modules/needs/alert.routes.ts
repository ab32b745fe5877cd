import * as endpoints from '@mutuo/shared/needs/alert.endpoints.ts'
import { serve } from '../../platform/http/serve-endpoint.ts'
import { listAlerts, presentAlert } from './alert.view.ts'
import { changeAlert } from './change-alert.ts'
import { removeAlert } from './remove-alert.ts'
import { saveAlert } from './save-alert.ts'
import { stopAlert } from './stop-alert.ts'

export const alertRoutes = [
  serve(endpoints.saveAlert, { run: saveAlert, present: presentAlert }),
  serve(endpoints.listAlerts, { run: listAlerts }),
  serve(endpoints.changeAlert, { run: changeAlert, present: presentAlert }),
  serve(endpoints.removeAlert, { run: removeAlert }),
  serve(endpoints.stopAlert, { run: stopAlert }),
]
