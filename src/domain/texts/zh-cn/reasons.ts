import type { ClosureReason, ReasonCategory, SuspensionReason } from '../../reasons.ts'
import type { RejectionCode } from '../../rejections.ts'

export const suspensionReasons: Readonly<Record<SuspensionReason, string>> = {
  SYSTEM_MAINTENANCE: '系统升级或维护',
  SOFTWARE_UPDATE: '软件更新',
  DATA_MIGRATION: '数据迁移',
  HARDWARE_FAULT: '硬件故障',
  DEVICE_DAMAGED: '机器损坏',
  SOFTWARE_FAULT: '软件故障',
  NETWORK_FAULT: '网络故障',
  ACCOUNT_ARREARS: '账户欠款',
  ACCOUNT_INSUFFICIENT_BALANCE: '支付账户余额不足',
  ACCOUNT_ABNORMAL: '账户异常',
  ACCOUNT_DISPUTE: '账户纠纷',
  FUNDS_ISSUE: '资金问题（待明确）',
  RULE_VIOLATION: '违规操作',
  MALICIOUS_ATTACK: '恶意攻击POS系统',
  LICENCE_EXPIRED: '营业执照过期',
  SETTLEMENT_ACCOUNT_CHANGED: '结算账户变更',
  COMPLIANCE_ISSUE: '合规问题（待明确）',
  REGULATORY_CHANGE: '法规或政策变更',
  DEVICE_OBSOLETE: '设备不符合最新技术要求',
  USER_CHANGE: '用户变更',
  BUSINESS_ADJUSTMENT: '业务调整',
  MERCHANT_REQUEST: '商户主动申请',
  OTHER: '其他原因',
  UNKNOWN: '原因未明',
  DEVICE_LOST: '设备遗失或被盗',
  AUTHORITY_ORDER: '有权机关要求',
  REACTIVATION_CHECK: '撤销关闭后的复核',
}

export const closureReasons: Readonly<Record<ClosureReason, string>> = {
  MERCHANT_REQUEST: '商户主动申请关闭',
  BUSINESS_ADJUSTMENT: '业务调整',
  NO_LONGER_NEEDED: '不再需要',
  CONTRACT_EXPIRED: '合同到期，不再续签',
  CONTRACT_TERMINATED_EARLY: '提前解约',
  HARDWARE_FAULT: '机器故障（无法修复）',
  DEVICE_DAMAGED: '机器损坏（无法修复）',
  DEVICE_OBSOLETE: '设备淘汰或升级更换',
  REGULATORY_CHANGE: '法规或政策变更',
  RULE_VIOLATION: '违规操作',
  MALICIOUS_ATTACK: '恶意攻击POS系统',
  DORMANT: '长期不使用',
  USER_CHANGE: '用户变更或转让',
  OTHER: '其他原因',
}

export const reasonCategories: Readonly<Record<ReasonCategory, string>> = {
  technical: '技术原因',
  financial: '资金原因',
  compliance: '合规原因',
  planned: '计划内作业',
  business: '经营原因',
  other: '其他类原因',
}

export const rejections: Readonly<Record<RejectionCode, string>> = {
  documents_incomplete: '资料不齐全',
  documents_incorrect: '资料有误或无法辨认',
  account_problem: '账户存在问题',
  violation: '违规行为尚未整改',
  unspecified: '未说明原因',
  other: '另有原因',
}
