import { useParams, useSearchParams } from 'react-router'
import { useTranslation } from 'react-i18next'
import { getContract } from '@mutuo/shared/missions/contract.endpoints.ts'
import type { ContractView } from '@mutuo/shared/missions/contract.schema.ts'
import { fromTo, money } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { keyOf, useAnswer } from '../../platform/use-endpoint.ts'
import { useLive } from '../../platform/use-live.ts'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { LoadedPage } from '../../ui/loaded-page.tsx'
import { Page } from '../../ui/page.tsx'
import { TwoColumns } from '../../ui/two-columns.tsx'
import { ContractAcceptances } from './contract-acceptances.tsx'
import { ContractMilestones } from './contract-milestones.tsx'
import { ContractPrice } from './contract-price.tsx'
import { ContractSide } from './contract-side.tsx'
import classes from './contract.module.css'

/** The contract as its reader's copy, in the version that is named or the one in force. */
export const ContractPage = () => {
  const { missionId = '' } = useParams()
  const [search] = useSearchParams()
  const version = Number(search.get('version'))
  const input = { missionId, ...(Number.isInteger(version) && version > 0 && { version }) }
  const query = useAnswer(getContract, input)
  useLive(`mission:${missionId}`, [keyOf(getContract)])
  return <LoadedPage query={query}>{(contract) => <OneContract contract={contract} />}</LoadedPage>
}

const OneContract = ({ contract }: { contract: ContractView }) => {
  const { t } = useTranslation('contract')
  const { version, latestVersion, amendmentTurn } = contract
  return (
    <Page
      title={t('page.title')}
      back={{ to: paths.mission(contract.missionId), label: contract.title }}
      chips={
        <>
          <Chip tone={version === latestVersion ? 'canard' : 'plain'}>
            {t(version === latestVersion ? 'page.inForce' : 'page.former', { version })}
          </Chip>
          <Chip tone="plain">{t('page.group', { name: contract.group })}</Chip>
        </>
      }
      lead={t('page.lead', {
        title: contract.title,
        ...fromTo(contract.startsOn, contract.endsOn),
        total: money(contract.totalMinor),
      })}
    >
      <TwoColumns aside={<ContractSide contract={contract} />} phone="before">
        {amendmentTurn !== undefined && <p>{t('page.amended', { turn: amendmentTurn })}</p>}
        <Parties contract={contract} />
        <ContractMilestones contract={contract} />
        <ContractPrice contract={contract} />
        <Clauses clauses={contract.clauses} />
        <ContractAcceptances contract={contract} />
        <Card aria-labelledby="empreinte">
          <h2 id="empreinte">{t('hash.title')}</h2>
          <p>{t('hash.text')}</p>
          <p className={classes['hash']}>{contract.hash}</p>
          <p className="muted">{t('hash.copy')}</p>
          <p className={classes['hash']}>{contract.copyHash}</p>
        </Card>
      </TwoColumns>
    </Page>
  )
}

const Parties = ({ contract }: { contract: ContractView }) => {
  const { t } = useTranslation('contract')
  return (
    <Card aria-labelledby="parties">
      <h2 id="parties">{t('parties.title')}</h2>
      <ul className="stack tight">
        {[contract.freelancer, contract.association, ...contract.firms].map(({ id, role, name, siret, address }) => (
          <li key={id} className={classes['party']}>
            <b>{name}</b>, {t(`roles.${role}`)}
            <br />
            <small>{siret ? t('parties.siret', { siret, address }) : address}</small>
          </li>
        ))}
      </ul>
    </Card>
  )
}

const Clauses = ({ clauses }: { clauses: ContractView['clauses'] }) => (
  <Card>
    {clauses.map(({ title, paragraphs, items }) => (
      <section key={title} className={`stack tight ${classes['clause']}`}>
        <h2>{title}</h2>
        {paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {items && (
          <ul>
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        )}
      </section>
    ))}
  </Card>
)
