import { Button, Menu } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { AssociationDesk } from '@mutuo/shared/administration/desk.schema.ts'
import { paths } from '../../../platform/paths.ts'
import { Card } from '../../../ui/card.tsx'
import classes from './desk.module.css'

const stops = ['pledges', 'transfers', 'tacit']
const goesOn = ['rooms', 'refunds', 'funds']

/** What a freeze stops and what it leaves; it is decided on the group's own page. */
export const FreezeCard = ({ groups }: { groups: AssociationDesk['groups'] }) => {
  const { t } = useTranslation('administration-desk')
  const open = groups.filter(({ state }) => state === 'active')
  return (
    <Card aria-labelledby="geler">
      <h2 id="geler">{t('freeze.title')}</h2>
      <p>{t('freeze.lead')}</p>
      <div className={classes['effects']}>
        <div>
          <h3>{t('freeze.stops')}</h3>
          <ul>
            {stops.map((key) => (
              <li key={key}>
                <IconX className="ico sm" aria-hidden="true" />
                {t(`freeze.${key}`)}
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h3>{t('freeze.goesOn')}</h3>
          <ul>
            {goesOn.map((key) => (
              <li key={key}>
                <IconCheck className="ico sm" aria-hidden="true" />
                {t(`freeze.${key}`)}
              </li>
            ))}
          </ul>
        </div>
      </div>
      {open.length > 0 && (
        <div className="row">
          <Menu position="bottom-start" shadow="md" radius="md">
            <Menu.Target>
              <Button variant="outline" color="red">
                {t('freeze.choose')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {open.map((group) => (
                <Menu.Item key={group.id} component={Link} to={paths.group(group.id)}>
                  {group.name}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </div>
      )}
      <small>{t('freeze.note')}</small>
    </Card>
  )
}
