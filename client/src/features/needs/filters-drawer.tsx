import { useState } from 'react'
import { Button, Drawer, NativeSelect, Radio, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { listMyGroups } from '@mutuo/shared/groups/group.endpoints.ts'
import { skills } from '@mutuo/shared/organisations/skills.ts'
import { CommuneField } from '../../platform/commune-field.tsx'
import { useSession } from '../../platform/session.tsx'
import { useAnswer } from '../../platform/use-endpoint.ts'
import { reaches, sorts, states, type Filters } from './filters.ts'
import type { FilterControl } from './use-filters.ts'
import type { Place } from './use-place.ts'

type Props = { control: FilterControl; place: Place | null; home: Place | null; onClose: () => void }

const families = [...new Set(skills.map(({ family }) => family))]

/** All filters at once; they hold from « Voir les besoins » on. */
export const FiltersDrawer = ({ control, place, home, onClose }: Props) => {
  const { t } = useTranslation('needs')
  const { active } = useSession()
  const [draft, setDraft] = useState<Filters>(control.filters)
  const [where, setWhere] = useState<Place | null>(place)
  const { data: groups } = useAnswer(listMyGroups, {}, { enabled: active !== null && active.kind !== 'freelancer' })
  const set = (part: Partial<Filters>) => setDraft({ ...draft, ...part })
  const show = () => {
    control.change({ ...draft, near: where?.code, km: where ? (draft.km ?? 20) : undefined })
    onClose()
  }
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      title={t('filters.all')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          show()
        }}
      >
        <CommuneField label={t('search.around')} value={where} placeholder={home?.name} onChange={setWhere} />
        <NativeSelect
          label={t('search.reach')}
          value={String(draft.km ?? 20)}
          onChange={(event) => set({ km: Number(event.currentTarget.value) })}
          data={reaches.map((reach) => ({ value: String(reach), label: t('search.km', { km: reach }) }))}
        />
        <NativeSelect
          label={t('filters.skill')}
          value={draft.skill ?? ''}
          onChange={(event) => set({ skill: (event.currentTarget.value || undefined) as Filters['skill'] })}
          data={[
            { value: '', label: t('filters.anySkill') },
            ...families.map((family) => ({
              group: t(`skills:families.${family}`),
              items: skills.filter((skill) => skill.family === family).map(({ code }) => ({ value: code, label: t(`skills:${code}`) })),
            })),
          ]}
        />
        <Radio.Group
          label={t('filters.stateLabel')}
          value={draft.state ?? 'open'}
          onChange={(state) => set({ state: state === 'open' ? undefined : (state as Filters['state']) })}
        >
          <Stack gap={0}>
            {states
              .filter((state) => state !== 'gathering' && (state !== 'mine' || active !== null))
              .map((state) => (
                <Radio key={state} value={state} label={t(`filters.state.${state}`)} />
              ))}
          </Stack>
        </Radio.Group>
        <TextInput
          type="date"
          label={t('filters.closesBefore')}
          value={draft.closesBefore ?? ''}
          onChange={(event) => set({ closesBefore: event.currentTarget.value || undefined })}
        />
        {groups && groups.items.length > 0 && (
          <NativeSelect
            label={t('filters.group')}
            value={draft.groupId ?? ''}
            onChange={(event) => set({ groupId: event.currentTarget.value || undefined })}
            data={[{ value: '', label: t('filters.anyGroup') }, ...groups.items.map(({ id, name }) => ({ value: id, label: name }))]}
          />
        )}
        <NativeSelect
          label={t('filters.sortLabel')}
          value={draft.sort ?? ''}
          onChange={(event) => set({ sort: (event.currentTarget.value || undefined) as Filters['sort'] })}
          data={[
            { value: '', label: t('filters.shelves') },
            ...sorts.filter((sort) => sort !== 'nearest' || where).map((sort) => ({ value: sort, label: t(`filters.sort.${sort}`) })),
          ]}
        />
        <Button type="submit">{t('filters.show')}</Button>
      </form>
    </Drawer>
  )
}
