import { useState } from 'react'
import { Button } from '@mantine/core'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { acceptContract, downloadContract, getContract } from '@mutuo/shared/missions/contract.endpoints.ts'
import type { ContractView } from '@mutuo/shared/missions/contract.schema.ts'
import { getMission } from '@mutuo/shared/missions/mission.endpoints.ts'
import { fileAddress } from '../../platform/api.ts'
import { paths } from '../../platform/paths.ts'
import { useSession } from '../../platform/session.tsx'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { AbilityButton, abilityFor } from '../../ui/ability-button.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { toastDone } from '../../ui/toast.ts'
import { PasswordConfirm } from './password-confirm.tsx'

/** What to do with the contract: accept it, keep it, read its other versions, change it. */
export const ContractSide = ({ contract }: { contract: ContractView }) => {
  const { t } = useTranslation('contract')
  const { missionId, version, latestVersion } = contract
  const count = contract.acceptances.length
  return (
    <>
      <Card edge={abilityFor(contract.abilities, 'accept')?.allowed ? 'ocre' : 'canard'} aria-labelledby="accord" data-noprint="">
        <CardHead as="h2" id="accord" title={t('side.title')} />
        <p>{t('card.accepted', { count, total: count + contract.awaited.length })}</p>
        <Accept contract={contract} />
      </Card>
      <Card tight aria-labelledby="garder" data-noprint="">
        <CardHead as="h2" id="garder" title={t('side.keep')} />
        <Button
          component="a"
          href={fileAddress(downloadContract, { missionId, version })}
          download
          fullWidth
          variant="outline"
          leftSection={<IconDownload className="ico" aria-hidden="true" />}
        >
          {t('side.download')}
        </Button>
        <Button variant="subtle" fullWidth leftSection={<IconPrinter className="ico" aria-hidden="true" />} onClick={() => window.print()}>
          {t('side.print')}
        </Button>
        {latestVersion > 1 && (
          <ul>
            {Array.from({ length: latestVersion }, (_, at) => latestVersion - at)
              .filter((one) => one !== version)
              .map((one) => (
                <li key={one}>
                  <Link className="link" to={`${paths.contract(missionId)}?version=${one}`}>
                    {t(one === latestVersion ? 'side.latest' : 'side.version', { version: one })}
                  </Link>
                </li>
              ))}
          </ul>
        )}
        <Link className="link" to={paths.amendments(missionId)}>
          {t('card.amendments')}
        </Link>
      </Card>
    </>
  )
}

const Accept = ({ contract }: { contract: ContractView }) => {
  const { t } = useTranslation('contract')
  const { user, active } = useSession()
  const [isOpen, setOpen] = useState(false)
  const act = useAct(acceptContract, {
    invalidates: [keyOf(getContract), keyOf(getMission)],
    onDone: () => toastDone(t('accept.done')),
  })
  const own = contract.acceptances.find(({ organisationId }) => organisationId === active?.id)
  if (own) return <p>{t('accept.mine', { name: own.person, at: own.at })}</p>
  const ability = abilityFor(contract.abilities, 'accept')
  if (!ability) return null
  const isFreelancer = contract.freelancer.id === active?.id
  return (
    <>
      <p>{t(isFreelancer ? 'accept.whyFreelancer' : 'accept.why')}</p>
      <AbilityButton ability={ability} fullWidth onClick={() => setOpen(true)}>
        {t('accept.go')}
      </AbilityButton>
      <PasswordConfirm
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t('accept.title')}
        confirmLabel={t('accept.go')}
        onConfirm={(password) => act.mutateAsync({ missionId: contract.missionId, version: contract.version, password })}
      >
        <p>{t('accept.text', { organisation: active?.name ?? '', name: user?.name ?? '' })}</p>
      </PasswordConfirm>
    </>
  )
}
