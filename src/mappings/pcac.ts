import type { MappingList } from './list.ts'
import { pcac } from './pcac-source.ts'

/** What was done about a merchant (处理结果). */
export const pcacHandling = {
  source: pcac('处理结果 handleResult'),
  codes: {
    '01': { words: '终止合作', standing: 'closing' },
    '02': { words: '拒绝拓展' },
    '03': { words: '暂停办理资金结算', limits: ['payout'] },
    // An account may be frozen by somebody else, and hold more than this terminal's money.
    '04': { words: '冻结账户' },
    '05': { words: '调整结算周期' },
    '06': { words: '延迟资金结算' },
    '07': { words: '设置收款限额' },
    '08': { words: '暂停银行卡交易', limits: ['sale', 'preAuth'] },
    '09': { words: '收回受理终端(关闭网络支付接口)', order: 'collectDevice' },
    '10': { words: '暂未采取控制措施,持续关注客户' },
    '11': { words: '报送反洗钱可疑交易' },
    '99': { words: '其他' },
  },
  says: { limit: { payout: '03', sale: '08' }, order: { collectDevice: '09' } },
} as const satisfies MappingList

/** How a merchant stands (商户状态). 关闭 is a suspension here and never the end, which is 注销. (C-17) */
export const pcacMerchantStatus = {
  source: pcac('商户状态 status'),
  codes: {
    '01': { words: '启用', standing: 'inService' },
    '02': { words: '关闭(暂停)', standing: 'suspended' },
    '03': { words: '注销', standing: 'closed' },
  },
  says: { standing: { inService: '01', suspended: '02', closed: '03' } },
} as const satisfies MappingList
