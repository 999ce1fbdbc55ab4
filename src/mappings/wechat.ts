import type { ListSource, MappingList } from './list.ts'

const wechat = (title: string): ListSource => ({
  publisher: '微信支付 WeChat Pay',
  title,
  version: 'partner API v3, read 2026-11',
  publishedAt: 'https://pay.weixin.qq.com/doc/v3/partner/4012803072',
})

/** Why a merchant is limited (被管控原因类型). Several stand side by side, each lifted by itself. */
export const wechatLimitationReasons = {
  source: wechat('limitation_reason_type'),
  codes: {
    // Said of other faults of a merchant's standing too, so that an expired licence is only one of them.
    LICENSE_ABNORMAL: { words: '经营证照异常', suspension: 'COMPLIANCE_ISSUE' },
    NO_TRADE: { words: '无交易', closure: 'DORMANT' },
    SETTLE_ACCOUNT_ABNORMAL: { words: '结算信息异常', suspension: 'ACCOUNT_ABNORMAL' },
    RISK_ABNORMAL: { words: '风险异常' },
    OTHER: { words: '其他', suspension: 'OTHER', closure: 'OTHER' },
    INSPECT_ABNORMAL: { words: '巡检异常' },
    INVALID_REPRESENTATIVE_INFORMATION: {
      words: '法定代表人/负责人资料异常',
      suspension: 'COMPLIANCE_ISSUE',
    },
    INVALID_BUSINESS_STATUS: { words: '经营状态异常', suspension: 'COMPLIANCE_ISSUE' },
    INVALID_BUSINESS_LICENSE: { words: '经营证照资料异常', suspension: 'COMPLIANCE_ISSUE' },
    INVALID_BENEFICIARY_INFORMATION: { words: '受益所有人资料异常', suspension: 'COMPLIANCE_ISSUE' },
  },
  says: {
    suspension: { LICENCE_EXPIRED: 'LICENSE_ABNORMAL', OTHER: 'OTHER' },
    closure: { DORMANT: 'NO_TRADE', OTHER: 'OTHER' },
  },
} as const satisfies MappingList

/** What a limited merchant can no longer do (被管控能力). */
export const wechatLimitedFunctions = {
  source: wechat('limited_functions'),
  codes: {
    NO_TRANSACTION_AND_RECHARGE: { words: '关闭收单和充值', limits: ['sale', 'preAuth'] },
    NO_PAYMENT: { words: '关闭付款' },
    NO_WITHDRAWAL: { words: '关闭提现', limits: ['payout'] },
    NO_REFUND: { words: '关闭退款', limits: ['refund'] },
    NO_TRANSACTION: { words: '关闭收单', limits: ['sale', 'preAuth'] },
    NO_PROFIT_SHARING: { words: '关闭分账分出' },
    NO_PAYMENT_POINT_COMPLETE_ORDER: { words: '关闭支付分服务结单' },
  },
  says: { limit: { sale: 'NO_TRANSACTION', refund: 'NO_REFUND', payout: 'NO_WITHDRAWAL' } },
} as const satisfies MappingList
