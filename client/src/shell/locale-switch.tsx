import { useTranslation } from 'react-i18next'
import { updateAccount } from '@mutuo/shared/accounts/account.endpoints.ts'
import { chooseLocale, type Locale } from '../platform/i18n.ts'
import { useSession, useTakeSession } from '../platform/session.tsx'
import { useAct } from '../platform/use-endpoint.ts'
import { toastProblem } from '../ui/toast.ts'
import classes from './shell.module.css'

const others: Record<string, { locale: Locale; name: string }> = {
  fr: { locale: 'en', name: 'English' },
  en: { locale: 'fr', name: 'Français' },
}

/** The other language, named in itself; a signed-in person keeps it on every device and in letters. */
export const LocaleSwitch = () => {
  const { i18n } = useTranslation()
  const { isSignedIn } = useSession()
  const takeSession = useTakeSession()
  const update = useAct(updateAccount, { onDone: (session) => takeSession(session, 'changed') })
  const other = others[i18n.language] ?? others['fr']!
  const choose = () => {
    void chooseLocale(other.locale)
    if (isSignedIn) update.mutate({ locale: other.locale }, { onError: toastProblem })
  }
  return (
    <li>
      <button type="button" className={classes['locale']} lang={other.locale} onClick={choose}>
        {other.name}
      </button>
    </li>
  )
}
