import { useEffect, useState } from 'react'
import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { answerSignIn, onSignInAsked } from '../../platform/sign-in-again.ts'
import { useSession, useTakeSession } from '../../platform/session.tsx'
import { SignInForm } from './sign-in-form.tsx'

/** The session ended while somebody was at work: they sign in over the page, and what they were doing goes on. */
export const SignInAgain = () => {
  const { t } = useTranslation('accounts')
  const { user } = useSession()
  const takeSession = useTakeSession()
  const [isAsked, setAsked] = useState(false)
  useEffect(() => onSignInAsked(setAsked), [])
  return (
    <Modal
      opened={isAsked}
      onClose={() => answerSignIn(false)}
      title={t('again.title')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
      zIndex={400}
    >
      <div className="stack">
        <p>{t('again.text')}</p>
        <SignInForm
          email={user?.email ?? ''}
          isEmailFixed
          onSignedIn={async (session) => {
            await takeSession(session, 'again')
            answerSignIn(true)
          }}
        />
      </div>
    </Modal>
  )
}
