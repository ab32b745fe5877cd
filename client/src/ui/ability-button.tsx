import { Button, type ButtonProps } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Ability } from '@mutuo/shared/http/page.ts'
import { sentenceOf } from '../platform/problem-text.ts'
import { DisabledAction } from './disabled-action.tsx'

type Props = Omit<ButtonProps, 'disabled'> & { ability: Ability | undefined; onClick: () => void; children: ReactNode; pending?: boolean }

/** A button that the server allows or refuses: refused, it shows the reason; unknown to this reader, it is not there. */
export const AbilityButton = ({ ability, onClick, pending = false, children, ...button }: Props) => {
  if (!ability) return null
  if (!ability.allowed)
    return (
      <DisabledAction {...button} reason={sentenceOf(ability.reason ?? 'FORBIDDEN', ability.params)}>
        {children}
      </DisabledAction>
    )
  return (
    <Button {...button} loading={pending} onClick={onClick}>
      {children}
    </Button>
  )
}

/** The ability for `move` in a view's list. */
export const abilityFor = <M extends string>(abilities: readonly Ability<M>[], move: M) =>
  abilities.find((ability) => ability.move === move)
