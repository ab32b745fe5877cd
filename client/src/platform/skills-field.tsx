import { useState, type ReactNode } from 'react'
import { Checkbox, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { skillsMatching } from '@mutuo/shared/organisations/skill-search.ts'
import { skills, type SkillCode } from '@mutuo/shared/organisations/skills.ts'
import { RemovableChip } from '../ui/removable-chip.tsx'
import classes from './skills-field.module.css'

type Props = {
  id?: string
  label: ReactNode
  hint?: ReactNode
  value: readonly string[]
  onChange: (chosen: SkillCode[]) => void
  error?: ReactNode
}

const families = [...new Set(skills.map(({ family }) => family))]

/** Some of the eighty skills, found by their name or by another word for the same thing, or by leafing through their families. */
export const SkillsField = ({ id, label, hint, value, onChange, error }: Props) => {
  const { t } = useTranslation('skills')
  const [typed, setTyped] = useState('')
  const found = skillsMatching(typed, (code) => t(code))
  const isSearching = typed.trim() !== ''
  const chosen = skills.filter(({ code }) => value.includes(code))
  return (
    <Checkbox.Group label={label} description={hint} value={[...value]} error={error} onChange={(codes) => onChange(codes as SkillCode[])}>
      <div className={classes['field']}>
        {chosen.length > 0 && (
          <ul className={classes['chosen']} aria-label={t('field.chosen')}>
            {chosen.map(({ code }) => (
              <li key={code}>
                <RemovableChip
                  remove={t('field.remove')}
                  onRemove={() => onChange(chosen.map((each) => each.code).filter((each) => each !== code))}
                >
                  {t(code)}
                </RemovableChip>
              </li>
            ))}
          </ul>
        )}
        <TextInput
          {...(id ? { id } : {})}
          type="search"
          aria-label={t('field.search')}
          placeholder={t('field.example')}
          leftSection={<IconSearch className="ico" aria-hidden="true" />}
          maxLength={60}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <p className="sr" role="status">
          {isSearching && t('field.found', { count: found.length })}
        </p>
        {isSearching ? <Choices codes={found} /> : families.map((family) => <Family key={family} family={family} value={value} />)}
      </div>
    </Checkbox.Group>
  )
}

const Family = ({ family, value }: { family: (typeof families)[number]; value: readonly string[] }) => {
  const { t } = useTranslation('skills')
  const codes = skills.filter((skill) => skill.family === family).map(({ code }) => code)
  const count = codes.filter((code) => value.includes(code)).length
  return (
    <details className={classes['family']}>
      <summary>
        {t(`families.${family}`)} {count > 0 && <small>{t('field.count', { count })}</small>}
      </summary>
      <Choices codes={codes} />
    </details>
  )
}

const Choices = ({ codes }: { codes: readonly SkillCode[] }) => {
  const { t } = useTranslation('skills')
  if (codes.length === 0) return <p className="muted">{t('field.none')}</p>
  return (
    <div className={classes['choices']}>
      {codes.map((code) => (
        <Checkbox key={code} value={code} label={t(code)} />
      ))}
    </div>
  )
}
