import type { RouteObject } from 'react-router'
import { page } from '../../platform/lazy-page.ts'
import { paths } from '../../platform/paths.ts'

const anyone = { access: 'anyone' }

export const routes: RouteObject[] = [
  { path: paths.signIn, handle: anyone, lazy: page(['accounts'], async () => (await import('./sign-in-page.tsx')).SignInPage) },
  { path: paths.signUp, handle: anyone, lazy: page(['accounts'], async () => (await import('./sign-up-page.tsx')).SignUpPage) },
  {
    path: paths.confirmEmail,
    handle: anyone,
    lazy: page(['accounts'], async () => (await import('./confirm-email-page.tsx')).ConfirmEmailPage),
  },
  {
    path: paths.forgotPassword,
    handle: anyone,
    lazy: page(['accounts'], async () => (await import('./forgot-password-page.tsx')).ForgotPasswordPage),
  },
  {
    path: paths.resetPassword,
    handle: anyone,
    lazy: page(['accounts'], async () => (await import('./reset-password-page.tsx')).ResetPasswordPage),
  },
  {
    path: paths.account,
    handle: { access: 'signedIn' },
    lazy: page(['accounts'], async () => (await import('./account-page.tsx')).AccountPage),
  },
]
