import { Button } from '@mantine/core'
import { IconBuildingStore, IconDeviceLaptop, IconUsersGroup } from '@tabler/icons-react'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../platform/paths.ts'
import { Card } from '../../ui/card.tsx'
import { Ticks } from '../../ui/ticks.tsx'
import classes from './home.module.css'

const doors = [
  { key: 'firm', colour: 'var(--f2)', Icon: IconBuildingStore, to: paths.needs, variant: 'filled' },
  { key: 'freelancer', colour: 'var(--f4)', Icon: IconDeviceLaptop, to: `${paths.needs}?state=bidding`, variant: 'outline' },
  { key: 'association', colour: 'var(--f3)', Icon: IconUsersGroup, to: paths.newGroup, variant: 'outline' },
]

export const Doors = () => {
  const { t } = useTranslation('home')
  return (
    <section className={classes['band']} id="portes" aria-labelledby="portes-titre">
      <h2 id="portes-titre">{t('doors.title')}</h2>
      <div className={classes['doors']}>
        {doors.map(({ key, colour, Icon, to, variant }) => (
          <Card key={key} as="article" plain className={classes['door']}>
            <span className={classes['badge']} style={{ '--c': colour } as CSSProperties} aria-hidden="true">
              <Icon />
            </span>
            <h3>{t(`doors.${key}.title`)}</h3>
            <Ticks items={[t(`doors.${key}.first`), t(`doors.${key}.second`), t(`doors.${key}.third`)]} />
            <Button component={Link} to={to} variant={variant}>
              {t(`doors.${key}.go`)}
            </Button>
          </Card>
        ))}
      </div>
    </section>
  )
}
