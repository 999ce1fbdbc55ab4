import * as z from 'zod'
import {
  audiences,
  followUpKinds,
  noteVisibilities,
  noticeTemplates,
  requestKinds,
  roles,
} from '../../domain/index.ts'
import { Instant, OrderId } from '../../schemas/index.ts'
import { known, Words, wordsUpTo } from '../wire.ts'

const said = z.object({ subject: Words, body: wordsUpTo(20_000) })

/** Something that somebody was told, or is to be told. */
export const NoticeView = z.object({
  orderId: OrderId,
  template: known(noticeTemplates),
  audience: known(audiences),
  /** Before, when or after what it is about happens. */
  phase: known(['before', 'at', 'after']),
  /** The hold, application, charge, deposit, device or clock that it is about. */
  ref: Words.nullable(),
  disclosure: known(['open', 'hidden']),
  orderedAt: Instant,
  status: known(['waiting', 'sent', 'failed', 'cancelled']),
  /** When it was sent, or failed. */
  endedAt: Instant.nullable(),
  /** Its words as far as the record still has what they are about, where the acquirer's side says them. */
  words: z.object({ 'zh-CN': said.optional(), en: said.optional() }).optional(),
})
export interface NoticeView extends z.output<typeof NoticeView> {}

/** What somebody wrote down, and the caller may read. */
export const NoteView = z.object({
  id: Words,
  text: Words,
  at: Instant,
  /** Whose words they are. */
  role: known(roles),
  /** Who reads it beside the provider and whoever wrote it; left out where that was not kept. */
  visibility: known(noteVisibilities).optional(),
})
export interface NoteView extends z.output<typeof NoteView> {}

/** Something that somebody still looks after; it keeps nothing from being closed. */
export const FollowUpView = z.object({
  id: Words,
  text: Words,
  done: z.boolean(),
  /** Of one that was opened by itself. */
  kind: known(followUpKinds).optional(),
  due: Instant.optional(),
})
export interface FollowUpView extends z.output<typeof FollowUpView> {}

/** What the merchant, or its service provider, asked for beside its applications. */
export const RequestView = z.object({
  requestId: Words,
  kind: known(requestKinds),
  serial: Words.nullable(),
  depositId: Words.nullable(),
  text: Words.nullable(),
  madeAt: Instant,
  status: known(['open', 'answered', 'declined']),
  /** Why it was declined. */
  reason: Words.nullable(),
})
export interface RequestView extends z.output<typeof RequestView> {}
