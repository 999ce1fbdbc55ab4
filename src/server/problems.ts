import type { ProblemCode } from '../contract/index.ts'
import type { Locale } from '../domain/index.ts'

interface Profile extends Readonly<Record<Locale, string>> {
  readonly status: number
}

const profile = (status: number, en: string, zhCN: string): Profile => ({ status, en, 'zh-CN': zhCN })

/** Status and title of every code of the contract itself. */
const profiles: Readonly<Record<ProblemCode, Profile>> = {
  BLOCKED: profile(409, 'Something stands in the way', '尚有事项未办结'),
  NOT_ALLOWED_IN_STATE: profile(409, 'Not possible in this state', '当前状态下不可办理'),
  STALE_VERSION: profile(412, 'The case has changed meanwhile', '档案已有变更'),
  VALIDATION_FAILED: profile(422, 'The request is not valid', '请求内容不符合要求'),
  ROLE_NOT_ALLOWED: profile(403, 'Not allowed for this role', '该角色无权办理'),
  UNAUTHENTICATED: profile(401, 'Credentials missing or not accepted', '缺少凭证或凭证未被接受'),
  NOT_FOUND: profile(404, 'Not found', '未找到'),
  METHOD_NOT_ALLOWED: profile(405, 'Another method is needed here', '此处须用其他方法'),
  MALFORMED_REQUEST: profile(400, 'The request is malformed', '请求格式有误'),
  HEADERS_TOO_LARGE: profile(431, 'The headers are too large', '请求头过大'),
  BODY_TOO_LARGE: profile(413, 'The body is too large', '请求内容过大'),
  BODY_TOO_SLOW: profile(408, 'The body did not arrive in time', '请求内容未按时到达'),
  BODY_ALREADY_PARSED: profile(500, 'The body was read before the handler', '请求内容已被提前读取'),
  MEDIA_TYPE_NOT_SUPPORTED: profile(415, 'Another media type is needed here', '不支持此内容类型'),
  IDEMPOTENCY_KEY_MISSING: profile(400, 'A write needs an Idempotency-Key', '写入请求须带幂等键'),
  IDEMPOTENCY_KEY_REUSED: profile(
    422,
    'This Idempotency-Key belongs to another request',
    '该幂等键属于另一请求',
  ),
  NOT_IMPLEMENTED: profile(501, 'This operation is not offered here', '未提供此操作'),
  INTERNAL: profile(500, 'Unexpected failure', '系统内部出错'),
}

/** Of documents: gone for good, or of a content that is not taken. */
const ofDocuments: Readonly<Record<string, Profile>> = {
  DOCUMENT_PURGED: profile(410, 'Not kept any more', '已不再保存'),
  DOCUMENT_EXPIRED: profile(410, 'Not finished in time', '未按时完成'),
}

/** A code of an operation is a conflict with the state of things, and has the title of one. */
const other = profile(409, 'Refused', '已拒绝')

const all: Readonly<Record<string, Profile>> = { ...profiles, ...ofDocuments }

const profileOf = (code: string): Profile => (Object.hasOwn(all, code) ? (all[code] ?? other) : other)

export const statusOf = (code: string): number => profileOf(code).status

export const titleOf = (code: string, locale: Locale): string => profileOf(code)[locale]
