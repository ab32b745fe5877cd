import type { Endpoint } from '../http/endpoint.ts'
import { accountLinkEndpoints } from './account-links.ts'
import { accountV1Endpoints } from './accounts-v1.ts'
import { accountV2Endpoints } from './accounts-v2.ts'
import { balanceTransactionEndpoints } from './balance-transactions.ts'
import { balanceEndpoints } from './balance.ts'
import { chargeEndpoints } from './charges.ts'
import { sessionEndpoints } from './checkout-sessions.ts'
import { customerEndpoints } from './customers.ts'
import { disputeEndpoints } from './disputes.ts'
import { fraudWarningEndpoints } from './early-fraud-warnings.ts'
import { eventEndpoints } from './events.ts'
import { mandateEndpoints } from './mandates.ts'
import { paymentIntentEndpoints } from './payment-intents.ts'
import { paymentMethodEndpoints } from './payment-methods.ts'
import { payoutEndpoints } from './payouts.ts'
import { refundEndpoints } from './refunds.ts'
import { reversalEndpoints } from './reversals.ts'
import { setupIntentEndpoints } from './setup-intents.ts'
import { topupEndpoints } from './topups.ts'
import { transferEndpoints } from './transfers.ts'
import { webhookEndpointEndpoints } from './webhook-endpoints.ts'

/** Every call of the API that is emulated. */
export const apiEndpoints: Endpoint[] = [
  ...customerEndpoints,
  ...paymentMethodEndpoints,
  ...setupIntentEndpoints,
  ...sessionEndpoints,
  ...paymentIntentEndpoints,
  ...chargeEndpoints,
  ...refundEndpoints,
  ...transferEndpoints,
  ...reversalEndpoints,
  ...disputeEndpoints,
  ...fraudWarningEndpoints,
  ...mandateEndpoints,
  ...balanceEndpoints,
  ...balanceTransactionEndpoints,
  ...topupEndpoints,
  ...payoutEndpoints,
  ...accountV1Endpoints,
  ...accountV2Endpoints,
  ...accountLinkEndpoints,
  ...eventEndpoints,
  ...webhookEndpointEndpoints,
]
