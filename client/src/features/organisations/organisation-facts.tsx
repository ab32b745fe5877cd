import { IconCheck, IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { OrganisationView } from '@mutuo/shared/organisations/organisation.schema.ts'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { FirmMark } from '../../ui/firm-mark.tsx'
import { Money } from '../../ui/money.tsx'
import { When } from '../../ui/when.tsx'
import { Colleagues } from './colleagues.tsx'
import classes from './organisations.module.css'

/** What others read of an organisation, then what only its own people see. */
export const OrganisationFacts = ({ organisation }: { organisation: OrganisationView }) => {
  const { t } = useTranslation(['organisations', 'skills'])
  const { headline, presentation, website, skills, proofs, dayRateMinor } = organisation
  return (
    <>
      <Card>
        <div className={classes['who']}>
          <FirmMark of={organisation} size="lg" />
          <div>
            <h2>{headline ?? organisation.name}</h2>
            {website && <a href={website}>{website.replace(/^https?:\/\//, '')}</a>}
          </div>
        </div>
        <div className="row">
          <Chip
            tone={organisation.isSiretVerified ? 'ok' : 'plain'}
            icon={organisation.isSiretVerified ? <IconCheck aria-hidden="true" /> : <IconInfoCircle aria-hidden="true" />}
          >
            {t(organisation.isSiretVerified ? 'facts.siretVerified' : 'facts.siretDeclared')}
          </Chip>
          {proofs.map(({ kind, label, until, isVerified }) => (
            <Chip key={kind + label} tone={isVerified ? 'ok' : 'plain'}>
              {label}
              {until && (
                <>
                  {' '}
                  {t('facts.until')} <When at={until} as="day" />
                </>
              )}
            </Chip>
          ))}
        </div>
        {presentation && <p className={classes['presentation']}>{presentation}</p>}
        {skills.length > 0 && (
          <div className="row">
            {skills.map((code) => (
              <Chip key={code}>{t(`skills:${code}`)}</Chip>
            ))}
          </div>
        )}
        {dayRateMinor !== undefined && (
          <p>
            {t('facts.dayRate')}{' '}
            <b>
              <Money minor={dayRateMinor} whole tax="HT" />
            </b>
          </p>
        )}
      </Card>
      {organisation.own && <OwnFacts own={organisation.own} units={organisation.units} kind={organisation.kind} />}
      {organisation.own && <Colleagues organisationId={organisation.id} members={organisation.own.members} />}
    </>
  )
}

const OwnFacts = ({ own, units, kind }: { own: NonNullable<OrganisationView['own']>; units: number; kind: string }) => {
  const { t } = useTranslation('organisations')
  const facts: [string, React.ReactNode][] = [
    [t('facts.siret'), own.siret ?? t('facts.none')],
    [t('fields.street'), `${own.address.street}, ${own.address.postcode} ${own.address.commune}`],
    [t('fields.vatStatus'), t(`vat.${own.vatStatus}`)],
    ...(own.vatNumber ? [[t('fields.vatNumber'), own.vatNumber] as [string, string]] : []),
    ...(kind === 'sme' ? [[t('fields.units'), String(units)] as [string, string]] : []),
    ...(own.phone ? [[t('fields.phone'), own.phone] as [string, string]] : []),
  ]
  return (
    <Card>
      <h2>{t('facts.own')}</h2>
      <dl className={classes['facts']}>
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
