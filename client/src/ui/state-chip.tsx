import { IconAlertTriangle, IconCheck, IconClock, IconPencil, IconPlayerPlay, IconX } from '@tabler/icons-react'
import { Chip, type Tone } from './chip.tsx'

export type Look = 'draft' | 'waiting' | 'running' | 'attention' | 'done' | 'failed' | 'ended'

const looks: Record<Look, { tone: Tone; Icon: typeof IconCheck }> = {
  draft: { tone: 'plain', Icon: IconPencil },
  waiting: { tone: 'plain', Icon: IconClock },
  running: { tone: 'canard', Icon: IconPlayerPlay },
  attention: { tone: 'ocre', Icon: IconAlertTriangle },
  done: { tone: 'ok', Icon: IconCheck },
  failed: { tone: 'bad', Icon: IconAlertTriangle },
  ended: { tone: 'plain', Icon: IconX },
}

/** A state in words, with its icon and its tone: never the colour alone. */
export const StateChip = ({ look, children }: { look: Look; children: string }) => {
  const { tone, Icon } = looks[look]
  return (
    <Chip tone={tone} icon={<Icon aria-hidden="true" />}>
      {children}
    </Chip>
  )
}
