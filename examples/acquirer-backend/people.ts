import type { Actor, Duty, Locale } from 'terminal-lifecycle/domain'

export const acquirerId = 'acquirer-1'

/** Somebody who can sign in, or call with a token. */
export interface Person {
  readonly actor: Actor
  readonly names: Readonly<Record<Locale, string>>
  /** What a program sends as `Authorization: Bearer …`. */
  readonly token: string
}

const staff = (personId: string, token: string, duties: readonly Duty[], zh: string, en: string): Person => ({
  actor: { role: 'provider', personId, organisationId: acquirerId, acquirerId, duties },
  names: { 'zh-CN': zh, en },
  token,
})

/** A merchant's organisation is its merchant number: that is whose terminals it sees. */
const merchant = (personId: string, token: string, merchantId: string, zh: string, en: string): Person => ({
  actor: { role: 'merchant', personId, organisationId: merchantId, acquirerId, duties: [] },
  names: { 'zh-CN': zh, en },
  token,
})

/** Made up, every one of them. */
export const people = {
  lin: merchant('owner-1', 'merchant-token', '898440354110001', '林晓', 'Lin Xiao'),
  guo: merchant('owner-2', 'other-merchant-token', '898440354110002', '周宁', 'Zhou Ning'),
  qin: merchant('merchant-qin', 'third-merchant-token', '898440354110003', '秦峰', 'Qin Feng'),
  chen: staff('staff-chen', 'intake-token', ['intake'], '陈志远', 'Chen Zhiyuan'),
  wang: staff('staff-wang', 'reviewer-token', ['reviewer'], '王敏', 'Wang Min'),
  /** At a small desk one person takes forms in and reviews: never the same one. */
  li: staff('staff-li', 'second-reviewer-token', ['reviewer', 'intake'], '李强', 'Li Qiang'),
  sun: staff('staff-sun', 'risk-token', ['risk'], '孙涛', 'Sun Tao'),
  lu: staff('staff-lu', 'operations-token', ['operations'], '陆遥', 'Lu Yao'),
  zhao: staff('staff-zhao', 'finance-token', ['settlement'], '赵磊', 'Zhao Lei'),
  he: staff(
    'staff-he',
    'depot-token',
    ['warehouse', 'workshop', 'keyCustodian', 'technician'],
    '何伟',
    'He Wei',
  ),
  /** The second signature under money, wipes and closures. */
  liang: staff(
    'staff-liang',
    'manager-token',
    ['manager', 'settlement', 'risk', 'workshop', 'operations'],
    '梁静',
    'Liang Jing',
  ),
} as const satisfies Readonly<Record<string, Person>>

const everybody: readonly Person[] = Object.values(people)
export const staffOnly: readonly Person[] = everybody.filter(({ actor }) => actor.role === 'provider')
export const merchantsOnly: readonly Person[] = everybody.filter(({ actor }) => actor.role === 'merchant')

export const personOf = (personId: string): Person | undefined =>
  everybody.find(({ actor }) => actor.personId === personId)

/** In whose name webhooks are told to the record, and the house reads what nobody in particular asked for. */
export const houseSystem: Actor = {
  role: 'system',
  personId: 'terminal-management',
  organisationId: acquirerId,
  acquirerId,
  duties: [],
}

/**
 * REPLACE THIS before anybody else can reach the server: ask your identity provider who is asking, and take role, organisation
 * and duties from a directory of your own, never from the request.
 */
export const personWith = (token: string): Person | undefined =>
  everybody.find((person) => token !== '' && person.token === token)

if (process.env.NODE_ENV === 'production')
  throw new Error(
    'people.ts lets in whoever has read it: replace personWith, and the sign-in page, by your own.',
  )
