import * as endpoints from '@mutuo/shared/administration/administration.endpoints.ts'
import { config } from '../../platform/config.ts'
import { serve } from '../../platform/http/serve-endpoint.ts'
import { billing } from '../billing/index.ts'
import { presentAssociationDesk } from './association-desk.view.ts'
import { listAudit } from './audit.view.ts'
import { suspendUser } from './suspend-user.ts'
import { listUsers } from './user-list.view.ts'

export const administrationRoutes = [
  serve(endpoints.getAssociationDesk, { run: presentAssociationDesk }),
  serve(endpoints.listUsers, { run: listUsers }),
  serve(endpoints.suspendUser, { run: suspendUser }),
  serve(endpoints.listAudit, { run: listAudit }),
  serve(endpoints.getBooks, {
    run: async ({ now }) => {
      const { secretKey, apiBase } = config().stripe
      const items = await billing.checkInvariants({ now, asksStripe: Boolean(secretKey ?? apiBase) })
      return { items, isBalanced: items.every((item) => item.violations.length === 0) }
    },
  }),
]
