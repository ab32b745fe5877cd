import { Menu, UnstyledButton } from '@mantine/core'
import { IconBuildingStore, IconCoins, IconCreditCard, IconLogout, IconPlus, IconUserCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { actFor, signOut } from '@mutuo/shared/accounts/account.endpoints.ts'
import { homeFor } from '../../platform/navigation.ts'
import { paths } from '../../platform/paths.ts'
import { useForgetSession, useSession, useTakeSession } from '../../platform/session.tsx'
import { closeSocket } from '../../platform/socket.ts'
import { useAct } from '../../platform/use-endpoint.ts'
import { FirmMark } from '../../ui/firm-mark.tsx'
import { toastProblem } from '../../ui/toast.ts'
import classes from './account-menu.module.css'

const useSwitch = () => {
  const navigate = useNavigate()
  const takeSession = useTakeSession()
  return useAct(actFor, {
    onDone: async (session) => {
      await navigate(homeFor(session))
      await takeSession(session)
    },
  })
}

const useSignOut = () => {
  const navigate = useNavigate()
  const forget = useForgetSession()
  const act = useAct(signOut, {
    onDone: async () => {
      await forget()
      await navigate(paths.home, { replace: true })
    },
  })
  return () => {
    closeSocket()
    act.mutate({}, { onError: toastProblem })
  }
}

/** Who one is and for whom one acts: switch, account, way out. */
export const AccountMenu = () => {
  const { t } = useTranslation()
  const { user, active, organisations } = useSession()
  const act = useSwitch()
  const leave = useSignOut()
  const shown = active ?? { name: user?.name ?? '', id: user?.id ?? '' }
  return (
    <Menu position="bottom-end" width={290} shadow="md" radius="md">
      <Menu.Target>
        <UnstyledButton className={classes['target']}>
          <FirmMark of={shown} />
          <span className={classes['name']}>{shown.name}</span>
          <span className="sr">, {t('account.mine')}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('account.actsFor')}</Menu.Label>
        {organisations.map((organisation) => (
          <Menu.Item
            key={organisation.id}
            leftSection={<FirmMark of={organisation} size="sm" />}
            aria-current={organisation.id === active?.id ? 'true' : undefined}
            onClick={() => organisation.id !== active?.id && act.mutate({ organisationId: organisation.id }, { onError: toastProblem })}
          >
            {organisation.name}
            {organisation.id === active?.id && <small> {t('account.now')}</small>}
          </Menu.Item>
        ))}
        <Menu.Item component={Link} to={paths.newOrganisation} leftSection={<IconPlus className="ico" />}>
          {t('account.addOrganisation')}
        </Menu.Item>
        <Menu.Divider />
        {active && (
          <Menu.Item component={Link} to={paths.organisation(active.id)} leftSection={<IconBuildingStore className="ico" />}>
            {t('account.organisation')}
          </Menu.Item>
        )}
        {active?.kind === 'sme' && (
          <Menu.Item component={Link} to={paths.paymentMethod} leftSection={<IconCreditCard className="ico" />}>
            {t('account.card')}
          </Menu.Item>
        )}
        {active?.kind === 'freelancer' && (
          <Menu.Item component={Link} to={paths.payouts} leftSection={<IconCoins className="ico" />}>
            {t('account.payouts')}
          </Menu.Item>
        )}
        <Menu.Item component={Link} to={paths.account} leftSection={<IconUserCircle className="ico" />}>
          {t('account.mine')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout className="ico" />} onClick={leave}>
          {t('account.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** The same ways in the phone's menu. */
export const AccountLinks = () => {
  const { t } = useTranslation()
  const { active } = useSession()
  const leave = useSignOut()
  return (
    <>
      <hr />
      {active && (
        <Link to={paths.organisation(active.id)}>
          <FirmMark of={active} size="sm" /> {active.name}
        </Link>
      )}
      {active?.kind === 'sme' && <Link to={paths.paymentMethod}>{t('account.card')}</Link>}
      {active?.kind === 'freelancer' && <Link to={paths.payouts}>{t('account.payouts')}</Link>}
      <Link to={paths.account}>{t('account.mine')}</Link>
      <UnstyledButton onClick={leave}>{t('account.signOut')}</UnstyledButton>
    </>
  )
}
