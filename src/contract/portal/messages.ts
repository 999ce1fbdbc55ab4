import { operation } from '../operation.ts'
import { FollowUpPage, NotePage, NoticePage, paged, RequestPage } from '../views/page.ts'
import { side, terminal } from './kit.ts'

/** What people told each other, and what they still look after. */
export const messageOperations = {
  getNotices: operation({
    name: 'getNotices',
    side,
    method: 'GET',
    path: '/terminals/{lifecycleId}/notices',
    summary: 'What the caller was told, or is to be told; the acquirer reads the notices to everybody.',
    params: terminal,
    query: paged,
    reply: NoticePage,
  }),
  getNotes: operation({
    name: 'getNotes',
    side,
    method: 'GET',
    path: '/terminals/{lifecycleId}/notes',
    summary: 'Notes that are for the caller.',
    params: terminal,
    query: paged,
    reply: NotePage,
  }),
  getFollowUps: operation({
    name: 'getFollowUps',
    side,
    method: 'GET',
    path: '/terminals/{lifecycleId}/follow-ups',
    summary: 'What somebody still looks after.',
    params: terminal,
    query: paged,
    reply: FollowUpPage,
  }),
  getRequests: operation({
    name: 'getRequests',
    side,
    method: 'GET',
    path: '/terminals/{lifecycleId}/requests',
    summary: 'What was asked for beside applications, and how it was answered.',
    params: terminal,
    query: paged,
    reply: RequestPage,
  }),
} as const
