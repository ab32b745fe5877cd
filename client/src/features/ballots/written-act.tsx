import { useState, type ReactNode } from 'react'
import { Textarea } from '@mantine/core'
import type { Ability } from '@mutuo/shared/http/page.ts'
import { AbilityButton } from '../../ui/ability-button.tsx'
import { Confirm } from '../../ui/confirm.tsx'

type Props = {
  ability: Ability | undefined
  action: string
  title: string
  children?: ReactNode
  /** The field that must be filled in, and the line under it. */
  label: string
  hint?: string
  confirmLabel?: string
  /** Said where something else than the words is missing. */
  missing?: string | undefined
  variant?: 'outline' | 'subtle' | 'filled'
  isOptional?: boolean
  max?: number
  onConfirm: (words: string) => Promise<unknown>
}

/** An act that is done in writing: a button, and a window that asks for the words. */
export const WrittenAct = (props: Props) => {
  const {
    ability,
    action,
    title,
    children,
    label,
    hint,
    confirmLabel = action,
    missing,
    variant = 'outline',
    isOptional,
    max = 600,
  } = props
  const [isOpen, setOpen] = useState(false)
  const [words, setWords] = useState('')
  const said = words.trim()
  return (
    <>
      <AbilityButton ability={ability} variant={variant} fullWidth onClick={() => setOpen(true)}>
        {action}
      </AbilityButton>
      <Confirm
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={title}
        confirmLabel={confirmLabel}
        disabled={missing !== undefined || (said === '' && !isOptional)}
        onConfirm={async () => {
          await props.onConfirm(said)
          setWords('')
        }}
      >
        {children}
        <Textarea
          label={label}
          {...(hint && { description: hint })}
          maxLength={max}
          autosize
          minRows={3}
          required={!isOptional}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value.replaceAll('\n', ' '))}
        />
        {missing && <p className="muted">{missing}</p>}
      </Confirm>
    </>
  )
}
