import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { paths } from '../../platform/paths.ts'
import { Card } from '../../ui/card.tsx'
import { Page } from '../../ui/page.tsx'
import { Ticks } from '../../ui/ticks.tsx'
import { LetterSent } from './letter-sent.tsx'
import { SignUpForm } from './sign-up-form.tsx'

export const SignUpPage = () => {
  const { t } = useTranslation('accounts')
  const [search] = useSearchParams()
  const [sentTo, setSentTo] = useState<string>()
  if (sentTo) return <LetterSent email={sentTo} />
  return (
    <Page title={t('signUp.title')} lead={t('signUp.lead')} narrow>
      <Card>
        <SignUpForm invitation={search.get('invitation') ?? undefined} givenEmail={search.get('email') ?? ''} onSent={setSentTo} />
      </Card>
      <Card flat>
        <Ticks items={[t('signUp.free'), t('signUp.noCard'), t('signUp.leave')]} />
      </Card>
      <p>
        {t('signUp.already')} <Link to={paths.signIn}>{t('common:nav.signIn')}</Link>
      </p>
    </Page>
  )
}
