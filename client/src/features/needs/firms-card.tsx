import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { paths } from '../../platform/paths.ts'
import { abilityFor } from '../../ui/ability-button.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { Chip, type Tone } from '../../ui/chip.tsx'
import { FirmMark, OpenMark } from '../../ui/firm-mark.tsx'
import { LinkButton } from './link-button.tsx'
import classes from './need.module.css'

const tones: Record<NeedView['firms'][number]['standing'], Tone> = { engaged: 'ok', conditional: 'ocre', interested: 'plain' }
const numbersInWords = 12

/** Who is round the table, and the seat that waits for the reader. */
export const FirmsCard = ({ need }: { need: NeedView }) => {
  const { t } = useTranslation('needs')
  const { firms, group } = need
  const join = abilityFor(need.abilities, 'join')
  const count = firms.length
  const inWords = (number: number) => (number <= numbersInWords ? t(`numbers.${number}`) : String(number))
  const isInviting = join?.allowed === true
  return (
    <Card plain aria-labelledby="entreprises">
      <CardHead
        id="entreprises"
        title={t(isInviting && count > 0 ? 'firms.soon' : 'firms.title', {
          count,
          number: inWords(count),
          next: inWords(count + 1).toLocaleLowerCase(),
        })}
      >
        <Link className="link" to={paths.group(group.id)}>
          {t('firms.rules')}
        </Link>
      </CardHead>
      <ul>
        {firms.map(({ firm, isLeader, units, standing }) => (
          <li key={firm.id} className={classes['firm']}>
            <FirmMark of={firm} />
            <span>
              <b>{firm.name}</b> {isLeader && <small>{t('firms.leads')}</small>}
              <br />
              <small>{t('firms.units', { count: units })}</small>
            </span>
            <Chip tone={tones[standing]}>{t(`firms.standing.${standing}`)}</Chip>
          </li>
        ))}
        {isInviting && (
          <li className={classes['firm']}>
            <OpenMark />
            <span>
              <b>{t('firms.you')}</b>
              <br />
              <small>{t('firms.nothingYet')}</small>
            </span>
            <LinkButton to={paths.pledge(need.id)} variant="outline">
              {t('part.joinShort')}
            </LinkButton>
          </li>
        )}
      </ul>
      {count === 0 && !isInviting && <p className="muted">{t('firms.none')}</p>}
    </Card>
  )
}
