import { administrationErrors } from '@mutuo/shared/administration/administration.errors.ts'
import type { ServerModule } from '../../platform/server-module.ts'
import { administrationRoutes } from './administration.routes.ts'

export const administrationModule: ServerModule = { name: 'administration', errors: administrationErrors, routes: administrationRoutes }
