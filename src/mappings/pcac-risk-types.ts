import type { ForeignCode, MappingList } from './list.ts'
import { pcac } from './pcac-source.ts'

/** Something the merchant did against the rules; which of them, only the words say. */
const violation = (words: string): ForeignCode => ({
  words,
  suspension: 'RULE_VIOLATION',
  closure: 'RULE_VIOLATION',
})
/** Something that needs looking into, whoever did it. */
const unclear = (words: string): ForeignCode => ({ words, suspension: 'COMPLIANCE_ISSUE' })
/**
 * No reason of ours covers it. Among these are suspicions of which a merchant must hear nothing: a hold for an open reason
 * would tell.
 */
const none = (words: string): ForeignCode => ({ words })

/** Types of risk (风险类型) under which members report merchants to each other. */
export const pcacRiskTypes = {
  source: pcac('风险类型 riskType'),
  codes: {
    '01': violation('虚假申请'),
    '02': violation('套现、套积分'),
    '03': violation('违法违规经营'),
    '04': violation('销赃或协助转移赃款'),
    '05': violation('买卖或租借银行（支付）账户'),
    '06': violation('侧录点(恶意)'),
    '07': violation('伪卡集中使用点(恶意)'),
    '08': unclear('泄露账户及交易信息'),
    '09': violation('恶意倒闭'),
    '10': violation('恶意分单'),
    '11': violation('移机'),
    '12': none('高风险商户'),
    '13': violation('商户合谋欺诈'),
    '14': none('破产或停业商户'),
    '15': violation('强迫交易'),
    '17': none('频繁变更服务机构'),
    '18': none('关联商户涉险'),
    '19': violation('买卖银行卡信息'),
    '20': violation('拒刷信用卡'),
    '21': violation('转嫁手续费'),
    '22': unclear('支付敏感信息泄露'),
    '23': violation('非法改装终端'),
    '24': violation('切机'),
    '25': violation('二清'),
    '26': violation('套码'),
    '27': none('冒用申请'),
    '28': unclear('侧录点(非恶意)'),
    '29': none('洗钱行为'),
    '30': violation('套汇'),
    '31': violation('逃汇'),
    '32': violation('骗汇'),
    '33': violation('分拆交易'),
    '34': violation('按金交易'),
    '35': none('境内外有权机构发布名单'),
    '36': none('发卡侧风险'),
    '37': none('恶意注册'),
    '38': violation('伪造、变造票据'),
    '39': violation('伪造、变造签章'),
    '40': none('跨境支付虚假、盗用或冒用申请'),
    '41': none('跨境支付大额交易客户、异常客户'),
    '42': violation('跨境赌博'),
    '43': violation('跨境赌博资金中转'),
    '44': unclear('伪卡集中使用点(非恶意)'),
    '45': violation('受理终端(网络支付接口、收款码)挪作违法违规用途'),
    '46': violation('赌博'),
    '47': violation('赌博资金中转'),
    '99': { words: '其他', suspension: 'OTHER', closure: 'OTHER' },
  },
  // RULE_VIOLATION does not say which one it was, and the list has no code that leaves it open.
  says: { suspension: { OTHER: '99' }, closure: { OTHER: '99' } },
} as const satisfies MappingList
