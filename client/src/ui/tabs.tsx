import { Tabs as MantineTabs } from '@mantine/core'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'

export type TabItem = { value: string; label: ReactNode; panel: ReactNode }

/** Parts of a page, the open one in the address (`?onglet=`), so that a link or a reload finds it again. */
export const Tabs = ({ items, param = 'onglet', label }: { items: readonly TabItem[]; param?: string; label: string }) => {
  const [search, setSearch] = useSearchParams()
  const asked = search.get(param)
  const value = items.some((item) => item.value === asked) ? asked : items[0]?.value
  const open = (next: string | null) => {
    const changed = new URLSearchParams(search)
    if (next) changed.set(param, next)
    setSearch(changed, { replace: true, preventScrollReset: true })
  }
  return (
    <MantineTabs value={value ?? null} onChange={open} keepMounted={false}>
      <MantineTabs.List aria-label={label} mb="lg">
        {items.map((item) => (
          <MantineTabs.Tab key={item.value} value={item.value}>
            {item.label}
          </MantineTabs.Tab>
        ))}
      </MantineTabs.List>
      {items.map((item) => (
        <MantineTabs.Panel key={item.value} value={item.value}>
          {item.panel}
        </MantineTabs.Panel>
      ))}
    </MantineTabs>
  )
}
