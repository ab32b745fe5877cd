import * as endpoints from '@mutuo/shared/groups/group.endpoints.ts'
import { serve } from '../../platform/http/serve-endpoint.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { createGroup } from './create-group.ts'
import { findGroup } from './find-group.ts'
import { findGroups } from './find-groups.ts'
import { freezeGroup, unfreezeGroup } from './freeze-group.ts'
import { presentGroup } from './group.view.ts'
import { inviteFirms } from './invite-firms.ts'
import { leaveGroup } from './leave-group.ts'
import { listMyGroups } from './list-my-groups.ts'
import { approveMembership, refuseMembership, restoreMembership, suspendMembership } from './move-membership.ts'
import { previewInvitation } from './preview-invitation.ts'
import { renewInviteLink } from './renew-invite-link.ts'
import { requestMembership } from './request-membership.ts'
import { signCharter } from './sign-charter.ts'
import { updateGroup } from './update-group.ts'

export const groupRoutes = [
  serve(endpoints.createGroup, { run: createGroup, present: presentGroup }),
  serve(endpoints.listMyGroups, { run: listMyGroups }),
  serve(endpoints.findGroups, { run: findGroups }),
  serve(endpoints.getGroup, { run: ({ input }) => findGroup(input.groupId), present: presentGroup }),
  serve(endpoints.updateGroup, { run: updateGroup, present: presentGroup }),
  serve(endpoints.freezeGroup, { run: freezeGroup, present: presentGroup }),
  serve(endpoints.unfreezeGroup, { run: unfreezeGroup, present: presentGroup }),
  serve(endpoints.inviteFirms, { run: inviteFirms }),
  serve(endpoints.renewInviteLink, { run: renewInviteLink }),
  serve(endpoints.previewInvitation, { run: previewInvitation }),
  serve(endpoints.acceptInvitation, { run: acceptInvitation, present: presentGroup }),
  serve(endpoints.requestMembership, { run: requestMembership, present: presentGroup }),
  serve(endpoints.approveMembership, { run: approveMembership, present: presentGroup }),
  serve(endpoints.refuseMembership, { run: refuseMembership, present: presentGroup }),
  serve(endpoints.suspendMembership, { run: suspendMembership, present: presentGroup }),
  serve(endpoints.restoreMembership, { run: restoreMembership, present: presentGroup }),
  serve(endpoints.signCharter, { run: signCharter, present: presentGroup }),
  serve(endpoints.leaveGroup, { run: leaveGroup }),
]
