import '@fontsource-variable/bricolage-grotesque/wght.css'
import '@fontsource-variable/public-sans/wght.css'
import './theme/mantine-styles.ts'
import './theme/tokens.css'
import './theme/base.css'
import './theme/mantine.css'
import { lazy, StrictMode, Suspense } from 'react'
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, RouterProvider } from 'react-router'
import { startTexts } from './platform/i18n.ts'
import { queryClient } from './platform/query-client.ts'
import { SessionProvider } from './platform/session.tsx'
import { routes } from './routes.tsx'
import { cssVariablesResolver, theme } from './theme/theme.ts'

declare global {
  var __webpack_nonce__: string | undefined
}

const styleNonce = () => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
// Read by what locks the page's scroll under a window.
globalThis.__webpack_nonce__ = styleNonce()
const colorScheme = localStorageColorSchemeManager({ key: 'mutuo.color-scheme' })

const Notifications = lazy(async () => ({ default: (await import('@mantine/notifications')).Notifications }))
const router = createBrowserRouter(routes)
await startTexts()
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      colorSchemeManager={colorScheme}
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queryClient}>
        <SessionProvider>
          <Suspense>
            <Notifications position="bottom-right" />
          </Suspense>
          <RouterProvider router={router} />
        </SessionProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
