import * as endpoints from '@mutuo/shared/billing/billing.endpoints.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import { config } from '../../platform/config.ts'
import { serve } from '../../platform/http/serve-endpoint.ts'
import { isFreelancer } from './billing.policy.ts'
import { presentFreelancerHome } from './freelancer-home.view.ts'
import { listMovements, presentMissionMoney } from './mission-money.view.ts'
import { presentPaymentMethod } from './payment-method.view.ts'
import { payShare } from './pay-share.ts'
import { listPayouts } from './payout-list.view.ts'
import { presentPayout, refreshPayout, startPayoutOnboarding } from './payout-account.ts'
import { refreshPaymentMethod } from './refresh-payment-method.ts'
import { refreshShare } from './refresh-share.ts'
import { removePaymentMethod } from './remove-payment-method.ts'
import { retryShare } from './retry-share.ts'
import { presentSharePayment } from './share-payment.view.ts'
import { startCardSetup } from './start-card-setup.ts'

export const billingRoutes = [
  serve(endpoints.getPaymentMethod, { run: ({ viewer, now }) => presentPaymentMethod(organisationOf(viewer), now) }),
  serve(endpoints.startCardSetup, { run: startCardSetup }),
  serve(endpoints.refreshPaymentMethod, { run: refreshPaymentMethod }),
  serve(endpoints.removePaymentMethod, { run: removePaymentMethod }),
  serve(endpoints.getPayoutAccount, {
    run: async ({ viewer }) => {
      allow(isFreelancer(viewer))
      return { ...(await presentPayout(organisationOf(viewer))), platformFeeBp: config().platformFeeBasisPoints }
    },
  }),
  serve(endpoints.startPayoutOnboarding, { run: startPayoutOnboarding }),
  serve(endpoints.refreshPayoutAccount, { run: refreshPayout }),
  serve(endpoints.getSharePayment, { run: ({ viewer, input, now }) => presentSharePayment(input.shareId, viewer, now) }),
  serve(endpoints.payShare, { run: payShare }),
  serve(endpoints.retryShare, { run: retryShare, present: (shareId, { viewer, now }) => presentSharePayment(shareId, viewer, now) }),
  serve(endpoints.refreshShare, { run: refreshShare, present: (shareId, { viewer, now }) => presentSharePayment(shareId, viewer, now) }),
  serve(endpoints.getMissionMoney, { run: presentMissionMoney }),
  serve(endpoints.listMovements, { run: listMovements }),
  serve(endpoints.listPayouts, { run: listPayouts }),
  serve(endpoints.getFreelancerHome, { run: presentFreelancerHome }),
]
