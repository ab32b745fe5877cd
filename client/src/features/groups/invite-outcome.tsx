import { useTranslation } from 'react-i18next'
import { Callout } from '../../ui/callout.tsx'

type Line = { email: string; outcome: 'sent' | 'already_member' | 'already_invited' | 'invalid' }

/** What became of each address: one bad one stops none. */
export const InviteOutcome = ({ lines }: { lines: readonly Line[] }) => {
  const { t } = useTranslation('groups')
  const others = lines.filter(({ outcome }) => outcome !== 'sent')
  return (
    <Callout tone={others.length === 0 ? 'ok' : 'ocre'} live>
      <p>{t('invite.sent', { count: lines.length - others.length })}</p>
      {others.length > 0 && (
        <ul>
          {others.map(({ email, outcome }) => (
            <li key={email}>
              <b>{email}</b>, {t(`invite.outcome.${outcome}`)}
            </li>
          ))}
        </ul>
      )}
    </Callout>
  )
}
