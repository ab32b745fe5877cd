import type { Viewer, Visitor } from '../../platform/access/viewer.ts'
import { groups } from '../groups/index.ts'
import { organisations } from '../organisations/index.ts'

/** By what names the viewer is among a need's audience. */
export const audiencesOf = async (viewer: Pick<Viewer, 'organisationId' | 'organisationKind'> | Visitor): Promise<string[]> => {
  const organisationId = viewer?.organisationId
  if (!viewer || !organisationId) return ['public']
  const own = ['public', `organisation:${organisationId}`]
  if (viewer.organisationKind === 'sme') return [...own, ...(await groups.activeGroupIds(organisationId)).map((id) => `group:${id}`)]
  if (viewer.organisationKind === 'freelancer')
    return [...own, ...((await organisations.find(organisationId))?.skills ?? []).map((skill) => `skill:${skill}`)]
  return own
}
