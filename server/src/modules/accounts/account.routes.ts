import * as endpoints from '@mutuo/shared/accounts/account.endpoints.ts'
import { serve } from '../../platform/http/serve-endpoint.ts'
import { actFor } from './act-for.ts'
import { askPasswordReset } from './ask-password-reset.ts'
import { changePassword } from './change-password.ts'
import { confirmEmail } from './confirm-email.ts'
import { listDevices } from './list-devices.ts'
import { resendConfirmation } from './resend-confirmation.ts'
import { resetPassword } from './reset-password.ts'
import { presentSession } from './session.view.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { signOutEverywhereElse } from './sign-out-everywhere-else.ts'
import { signUp } from './sign-up.ts'
import { updateAccount } from './update-account.ts'

export const accountRoutes = [
  serve(endpoints.getSession, { run: ({ session }) => presentSession(session) }),
  serve(endpoints.signUp, { run: signUp }),
  serve(endpoints.confirmEmail, { run: confirmEmail }),
  serve(endpoints.resendConfirmation, { run: resendConfirmation }),
  serve(endpoints.signIn, { run: signIn }),
  serve(endpoints.signOut, { run: signOut }),
  serve(endpoints.askPasswordReset, { run: askPasswordReset }),
  serve(endpoints.resetPassword, { run: resetPassword }),
  serve(endpoints.changePassword, { run: changePassword }),
  serve(endpoints.updateAccount, { run: updateAccount }),
  serve(endpoints.actFor, { run: actFor }),
  serve(endpoints.listDevices, { run: listDevices }),
  serve(endpoints.signOutEverywhereElse, { run: signOutEverywhereElse }),
]
