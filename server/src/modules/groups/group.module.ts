import { groupErrors } from '@mutuo/shared/groups/group.errors.ts'
import type { ServerModule } from '../../platform/server-module.ts'
import { membershipOfViewer } from './find-group.ts'
import { listenForGroups } from './group.listeners.ts'
import { groupMails } from './group.mails.ts'
import { groupMigrations } from './group.migrations.ts'
import { maySeeInside } from './group.policy.ts'
import { groupRoutes } from './group.routes.ts'
import { groupStore } from './group.store.ts'

export const groupsModule: ServerModule = {
  name: 'groups',
  errors: groupErrors,
  routes: groupRoutes,
  listen: listenForGroups,
  mails: groupMails,
  migrations: groupMigrations,
  topics: {
    group: async (viewer, groupId) => {
      const group = await groupStore.find(groupId)
      return group !== null && maySeeInside(viewer, group, await membershipOfViewer(viewer, groupId))
    },
  },
}
