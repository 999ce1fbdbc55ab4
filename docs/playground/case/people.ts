import type { Actor, Duty, Role } from 'terminal-lifecycle/domain'

export const acquirerId = 'acquirer-1'
export const merchantId = '898440354110001'
export const agentId = 'agent-1'

export interface Person {
  readonly actor: Actor
  readonly name: { readonly 'zh-CN': string; readonly en: string }
}

const person = (
  role: Role,
  personId: string,
  name: readonly [zh: string, en: string],
  duties: readonly Duty[] = [],
  more: Partial<Actor> = {},
): Person => ({
  actor: { role, personId, organisationId: acquirerId, acquirerId, duties, ...more },
  name: { 'zh-CN': name[0], en: name[1] },
})
const provider = (personId: string, name: readonly [string, string], ...duties: Duty[]) =>
  person('provider', personId, name, duties)

/** Everybody who may speak in a case. Nobody of them exists. An address names them by these keys, so a key never changes. */
export const people = {
  merchant: person('merchant', 'm1', ['店主陈青', 'Chen, the owner'], [], { organisationId: merchantId }),
  intake: provider('p1', ['王敏', 'Wang'], 'intake', 'reviewer'),
  reviewer: provider('p2', ['李强', 'Li'], 'reviewer'),
  risk: provider('p3', ['赵岩', 'Zhao'], 'risk'),
  risk2: provider('p4', ['孙悦', 'Sun'], 'risk', 'manager'),
  settlement: provider('p5', ['周宁', 'Zhou'], 'settlement'),
  settlement2: provider('p6', ['吴桐', 'Wu'], 'settlement', 'collections'),
  workshop: provider('p7', ['郑海', 'Zheng'], 'workshop', 'technician'),
  workshop2: provider('p8', ['冯雪', 'Feng'], 'workshop'),
  warehouse: provider('p9', ['何苗', 'He'], 'warehouse'),
  keys: provider('p10', ['沈力', 'Shen'], 'keyCustodian'),
  operations: provider('p11', ['韩松', 'Han'], 'operations'),
  recorder: person('provider', 'p1', ['王敏', 'Wang'], ['intake', 'reviewer'], { onBehalfOf: 'merchant' }),
  agent: person('serviceProvider', 'a1', ['服务商叶师傅', 'Ye, the technician'], ['technician'], {
    organisationId: agentId,
    mandateRef: 'mandate-7',
  }),
  system: person('system', 'system', ['支付机构系统', 'The systems']),
} as const satisfies Readonly<Record<string, Person>>

export type PersonKey = keyof typeof people
export const personKeys = Object.keys(people) as PersonKey[]

export const isPersonKey = (key: unknown): key is PersonKey =>
  typeof key === 'string' && Object.hasOwn(people, key)

export const keyOf = (actor: Actor): PersonKey | undefined =>
  personKeys.find(
    (key) =>
      people[key].actor.personId === actor.personId &&
      (people[key].actor as Actor).onBehalfOf === actor.onBehalfOf,
  )
