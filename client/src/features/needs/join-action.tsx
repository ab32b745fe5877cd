import { useTranslation } from 'react-i18next'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { paths } from '../../platform/paths.ts'
import { sentenceOf } from '../../platform/problem-text.ts'
import { abilityFor } from '../../ui/ability-button.tsx'
import { DisabledAction } from '../../ui/disabled-action.tsx'
import { LinkButton } from './link-button.tsx'

/** « Moi aussi », or what has to be done first to say it. */
export const JoinAction = ({ need, short = false }: { need: NeedView; short?: boolean }) => {
  const { t } = useTranslation('needs')
  const join = abilityFor(need.abilities, 'join')
  if (!join) return null
  const pledge = paths.pledge(need.id)
  const next = `?suite=${encodeURIComponent(pledge)}`
  if (join.allowed)
    return (
      <LinkButton fullWidth to={pledge}>
        {t(short ? 'part.joinShort' : 'part.join')}
      </LinkButton>
    )
  if (join.reason === 'SIGNED_OUT')
    return (
      <LinkButton fullWidth to={paths.signIn + next}>
        {t(short ? 'part.joinShort' : 'part.signIn')}
      </LinkButton>
    )
  if (join.reason === 'NO_ORGANISATION')
    return (
      <LinkButton fullWidth to={paths.onboarding + next}>
        {t(short ? 'part.joinShort' : 'part.onboard')}
      </LinkButton>
    )
  if (join.reason === 'NOT_A_MEMBER')
    return (
      <>
        {!short && <p className="muted">{t('part.memberFirst', { group: need.group.name })}</p>}
        <LinkButton fullWidth to={paths.group(need.group.id)}>
          {t(short ? 'part.groupShort' : 'part.group')}
        </LinkButton>
      </>
    )
  if (short) return null
  return (
    <DisabledAction fullWidth reason={sentenceOf(join.reason ?? 'FORBIDDEN', join.params)}>
      {t('part.join')}
    </DisabledAction>
  )
}
