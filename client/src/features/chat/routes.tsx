import type { RouteObject } from 'react-router'
import { page } from '../../platform/lazy-page.ts'
import { paths } from '../../platform/paths.ts'

const texts = ['chat']

export const routes: RouteObject[] = [
  {
    path: paths.rooms,
    lazy: page(texts, async () => (await import('./rooms-page.tsx')).RoomsPage),
    children: [
      { index: true, lazy: page(texts, async () => (await import('./no-room.tsx')).NoRoom) },
      { path: ':roomId', lazy: page(texts, async () => (await import('./room-page.tsx')).RoomPage) },
    ],
  },
]
