import type { NoticeWords } from '../notices/lines.ts'
import { clocks } from './zh-cn/clocks.ts'
import { merchant } from './zh-cn/merchant.ts'
import { others, special } from './zh-cn/others.ts'

export const noticesZhCn: NoticeWords = {
  subject: { customers: '{merchant}：{notice}', others: '{notice}（终端{terminal}）' },
  withheld: { subject: '关于终端{terminal}', lines: ['终端{terminal}有一项事宜待您了解。'] },
  merchant,
  special,
  others,
  ask: {
    merchant: '如有疑问，请联系{provider}，并告知终端号{terminal}。',
    customers: '如有疑问，请向{merchant}咨询。',
    others: '如有疑问，请联系{provider}，并告知终端号{terminal}。',
  },
  clocks,
  processes: { suspension: '停用', reinstatement: '解除停用', closure: '关闭', any: '' },
  publicReasons: { technical: '技术原因', planned: '维护或检查', business: '经营安排' },
  times: {
    years: ['{amount}年', '{amount}年'],
    workingDays: ['{amount}个工作日', '{amount}个工作日'],
    days: ['{amount}天', '{amount}天'],
    hours: ['{amount}小时', '{amount}小时'],
    minutes: ['{amount}分钟', '{amount}分钟'],
  },
  phrases: {
    provider: '支付机构',
    providerAt: '支付机构（{contact}）',
    or: '或',
    comma: '、',
    semicolon: '；',
    device: '机身号{serial}',
    inspection: '设备（机身号{serial}）的检验',
    sumFor: '{what}{amount}',
    depositFrom: '{what}{amount}，{day}起可退',
    depositNow: '{what}{amount}，待退还',
    carriedOver: '{what}{amount}，{day}复核',
    chargeLeft: '{what}{amount}，待付清',
    about: '（{what}）',
  },
}
