import type { Actor, Duty, Locale } from 'terminal-lifecycle/domain'

/** Whose customers the terminals of the portfolio are. */
export const acquirerId = 'ACQ-HUANAN'

export interface Person {
  readonly actor: Actor
  readonly names: Readonly<Record<Locale, string>>
}

/** What somebody is there for comes first; a small desk has more than one duty. */
const staff = (personId: string, duties: readonly Duty[], zh: string, en: string): Person => ({
  actor: { role: 'provider', personId, organisationId: acquirerId, acquirerId, duties },
  names: { 'zh-CN': zh, en },
})

/** A merchant's organisation is its MID: that is whose terminals a portal shows. */
const owner = (personId: string, merchantId: string, zh: string, en: string): Person => ({
  actor: { role: 'merchant', personId, organisationId: merchantId, acquirerId, duties: [] },
  names: { 'zh-CN': zh, en },
})

/** Everybody who acts in the cases; all invented. */
export const people = {
  merchant: owner('merchant-lin', '898584058130001', '林雨桐', 'Lin Yutong'),
  intake: staff('staff-chen', ['intake', 'reviewer'], '陈志远', 'Chen Zhiyuan'),
  reviewer: staff('staff-wang', ['reviewer'], '王敏', 'Wang Min'),
  settlement: staff('staff-zhao', ['settlement'], '赵磊', 'Zhao Lei'),
  custodian: staff('staff-xu', ['keyCustodian'], '徐静', 'Xu Jing'),
  workshop: staff('staff-zhou', ['workshop', 'technician'], '周洁', 'Zhou Jie'),
  warehouse: staff('staff-he', ['warehouse'], '何伟', 'He Wei'),
  risk: staff('staff-sun', ['risk'], '孙涛', 'Sun Tao'),
  /** The second signature under money, wipes and closures. */
  manager: staff('staff-liang', ['manager', 'settlement', 'risk', 'workshop'], '梁静', 'Liang Jing'),
  operations: staff('staff-lu', ['operations'], '陆遥', 'Lu Yao'),
  operationsLead: staff('staff-gao', ['operations'], '高远', 'Gao Yuan'),
  technician: {
    actor: {
      role: 'serviceProvider',
      personId: 'agent-tang',
      organisationId: 'AGENT-SUJIE',
      acquirerId,
      duties: ['technician'],
      mandateRef: 'MANDATE-2024-07',
    },
    names: { 'zh-CN': '唐杰', en: 'Tang Jie' },
  },
  noodles: owner('merchant-guo', '898584058140014', '郭晓', 'Guo Xiao'),
  electrics: owner('merchant-fang', '898584057320015', '方敏', 'Fang Min'),
  grill: owner('merchant-luo', '898584058120017', '罗刚', 'Luo Gang'),
  copies: owner('merchant-jiang', '898584073380018', '江月', 'Jiang Yue'),
  hostel: owner('merchant-qin', '898584070110019', '秦峰', 'Qin Feng'),
  flowers: owner('merchant-ye', '898584059920020', '叶青', 'Ye Qing'),
  bakery: owner('merchant-tan', '898584054620023', '谭静', 'Tan Jing'),
  guesthouse: owner('merchant-bai', '898584070110024', '白露', 'Bai Lu'),
  pharmacy: owner('merchant-du', '898584059120025', '杜衡', 'Du Heng'),
  riverside: owner('merchant-shen', '898584058120021', '沈舟', 'Shen Zhou'),
} as const satisfies Readonly<Record<string, Person>>

/** What the acquirer's own host says by itself. */
export const host: Actor = {
  role: 'system',
  personId: 'system',
  organisationId: acquirerId,
  acquirerId,
  duties: [],
}

/** How the desk reads a terminal: whole, as the acquirer that runs this. */
export const asHost = { actor: host }

/** A paper form that the intake desk types in for the merchant who signed it. */
export const recorder: Actor = { ...people.intake.actor, onBehalfOf: 'merchant' }

/** `undefined` for the system, which has no name. */
export const nameOf = (personId: string, locale: Locale): string | undefined =>
  Object.values<Person>(people).find(({ actor }) => actor.personId === personId)?.names[locale]
