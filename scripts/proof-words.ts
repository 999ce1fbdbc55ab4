import type { Locale } from '../src/domain/index.ts'
import type { Summary } from '../test/explore/summary.ts'

type Totals = Summary['total'] & Pick<Summary, 'commit' | 'node' | 'command'>
type Spaced = (count: number) => string

const zhCnNames = {
  'a hold that an application ends': '以申请解除的停用措施',
  'a hold that evidence ends': '以证明解除的停用措施',
  'a hold that the provider ends': '由支付机构解除的停用措施',
  'a hold that an authority ends': '由有权机关解除的停用措施',
  'a hold that nothing ends': '不能解除的停用措施',
  'a hold that nobody must know of': '对他人保密的停用措施',
  'a closure that is asked for': '申请关闭',
  'a suspension that is asked for': '申请停用',
  'a closure that is imposed': '强制关闭',
  'a deposit and a charge: device_pledge': '设备押金与一笔费用',
  'a deposit and a charge: guarantee': '保证金与一笔费用',
  'a settlement': '结算与付款',
  'a settlement that the merchant owes': '商户应付的结算',
  'a chargeback': '拒付',
  'a device on its way out': '设备退回的全程',
  'a device that is lost': '遗失的设备',
  'two devices alike': '两台相同的设备',
  'a device that another one takes over from': '换机',
  'a reservation that is open': '未完成的预授权',
  'the end and what comes after it': '终点及其后',
} as const

const namedAsTheyAre = Object.fromEntries(Object.keys(zhCnNames).map((name) => [name, name]))

const en = {
  heads: ['World', 'States', 'Transitions', 'Refused', 'Depth', 'Explored', 'A way out', 'Faults'],
  complete: 'complete',
  cut: (frontier: string) => `cut, ${frontier} wait`,
  wayOut: { graph: 'from every state', sampled: 'walked from some' },
  // Worlds are named as readers call them, but for these.
  names: {
    ...namedAsTheyAre,
    'a deposit and a charge: device_pledge': 'a deposit for the device, and a charge',
    'a deposit and a charge: guarantee': 'a guarantee deposit, and a charge',
    'a settlement': 'a settlement and its payout',
    'the end and what comes after it': 'the end, and what comes after it',
  },
  pairs: (all: number, complete: number) => `pairs of topics: ${all} worlds, ${complete} of them complete`,
  sentence: (total: Totals, spaced: Spaced) =>
    `In all ${spaced(total.states)} states and ${spaced(total.transitions)} transitions in ${total.worlds} worlds, ${total.complete} of them complete. ` +
    `${spaced(total.sameness)} records that counted as a known state were expanded all the same, ${spaced(total.eitherOrder)} pairs of reports told in both orders, ` +
    `${spaced(total.views)} states read side by side with their twin, ${spaced(total.waysOut)} walked to the end. Faults: ${total.faults}. ` +
    `(\`${total.command}\` at ${total.commit}, Node ${total.node})`,
} as const

const zhCn = {
  heads: ['世界', '状态', '转移', '拒绝', '深度', '探索', '出路', '错误'],
  complete: '完整',
  cut: (frontier: string) => `截断，尚余 ${frontier}`,
  wayOut: { graph: '每个状态', sampled: '抽样走到底' },
  names: zhCnNames,
  pairs: (all: number, complete: number) => `主题两两相遇：${all} 个世界，其中 ${complete} 个完整`,
  sentence: (total: Totals, spaced: Spaced) =>
    `共 ${total.worlds} 个世界、${spaced(total.states)} 个状态、${spaced(total.transitions)} 次转移，其中 ${total.complete} 个世界完整。` +
    `与已知状态同名而照样展开的记录 ${spaced(total.sameness)} 份，先后互换的报告 ${spaced(total.eitherOrder)} 对，与孪生世界对照阅读的状态 ${spaced(total.views)} 个，` +
    `走到终点的状态 ${spaced(total.waysOut)} 个。错误：${total.faults}。（\`${total.command}\`，版本 ${total.commit}，Node ${total.node}）`,
} as const

export const proofWords = { en, 'zh-CN': zhCn } as const satisfies Readonly<Record<Locale, object>>
