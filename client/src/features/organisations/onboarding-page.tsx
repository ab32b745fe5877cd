import { useSession } from '../../platform/session.tsx'
import { Checklist } from './checklist.tsx'
import { NewOrganisationPage } from './new-organisation-page.tsx'

/** First steps: present one's organisation, then what is left to do. */
export const OnboardingPage = () => {
  const { active } = useSession()
  return active ? <Checklist active={active} /> : <NewOrganisationPage />
}
