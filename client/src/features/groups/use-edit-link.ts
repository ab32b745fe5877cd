import { useNavigate } from 'react-router'
import { paths } from '../../platform/paths.ts'

export const useEditLink = (groupId: string) => {
  const navigate = useNavigate()
  return () => void navigate(paths.editGroup(groupId))
}
