import { NativeSelect } from '@mantine/core'
import { IconEyeOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { getGroup } from '@mutuo/shared/groups/group.endpoints.ts'
import { useSession } from '../../platform/session.tsx'
import { useAnswer } from '../../platform/use-endpoint.ts'
import type { PartProps } from './step-props.ts'
import { ConditionLine, faultIdOf } from './condition-line.tsx'
import classes from './pledges.module.css'

const mostExcluded = 3

/** « Cette entreprise n’en est pas »: up to three of the group, known to nobody else. */
export const WithoutLine = ({ need, draft, change, errorOf }: PartProps) => {
  const { t } = useTranslation('pledges')
  const { active } = useSession()
  const { data: group, isPending } = useAnswer(getGroup, { groupId: need.group.id })
  const others = (group?.members ?? []).filter(({ state, firm }) => state === 'active' && firm.id !== active?.id).map(({ firm }) => firm)
  const { excludedFirmIds, wantsWithout } = draft
  const error = wantsWithout ? errorOf('excludedFirmIds') : undefined
  const places = [...excludedFirmIds, ...(excludedFirmIds.length < Math.min(mostExcluded, others.length) ? [''] : [])]
  const choose = (at: number, firmId: string) => {
    const chosen = [...excludedFirmIds]
    chosen.splice(at, 1, ...(firmId ? [firmId] : []))
    change({ excludedFirmIds: chosen })
  }
  return (
    <ConditionLine
      field="excludedFirmIds"
      label={t('conditions.without')}
      hint={
        <>
          <IconEyeOff className={`ico ${classes['secret']}`} aria-hidden="true" />
          <b>{t('conditions.secret')}</b> {t('conditions.withoutHint')}
        </>
      }
      isOn={wantsWithout}
      error={error}
      onToggle={(wants) => change({ wantsWithout: wants })}
    >
      {(wantsWithout ? places : places.slice(0, 1)).map((chosen, at) => (
        <NativeSelect
          key={chosen || 'next'}
          id={at === 0 ? 'excludedFirmIds' : `excludedFirmIds-${at}`}
          aria-label={t(at === 0 ? 'conditions.withoutLabel' : 'conditions.withoutNext')}
          disabled={!wantsWithout}
          value={chosen}
          error={at === 0 && Boolean(error)}
          aria-describedby={error && faultIdOf('excludedFirmIds')}
          onChange={(event) => choose(at, event.currentTarget.value)}
          data={[
            { value: '', label: isPending ? t('common:loading') : t(at === 0 ? 'conditions.choose' : 'conditions.chooseNext') },
            ...others
              .filter((firm) => firm.id === chosen || !excludedFirmIds.includes(firm.id))
              .map((firm) => ({ value: firm.id, label: firm.name })),
          ]}
        />
      ))}
      {group && others.length === 0 && <small>{t('conditions.withoutNobody')}</small>}
    </ConditionLine>
  )
}
