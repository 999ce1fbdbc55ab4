import type { Duty, Owner } from '../../actor.ts'
import type { AgentTask } from '../../agents.ts'
import type { Limit, MerchantType } from '../../limits.ts'

export const roles: Readonly<Record<Owner, string>> = {
  merchant: '商户',
  provider: '支付机构',
  serviceProvider: '服务商',
  system: '系统',
  authority: '有权机关',
}

export const duties: Readonly<Record<Duty, string>> = {
  intake: '受理岗',
  reviewer: '审核岗',
  risk: '风控岗',
  settlement: '结算岗',
  keyCustodian: '密钥保管员',
  workshop: '维修岗',
  warehouse: '仓库岗',
  collections: '催收岗',
  technician: '技术人员',
  operations: '运行岗',
  manager: '管理岗',
  auditor: '审计岗',
}

export const limits: Readonly<Record<Limit, string>> = {
  sale: '消费',
  preAuth: '预授权',
  completion: '预授权完成',
  void: '撤销',
  refund: '退货',
  batchUpload: '批次上送',
  payout: '付款',
  test: '测试',
  erasure: '数据删除',
}

export const merchantTypes: Readonly<Record<MerchantType, string>> = {
  enterprise: '企业',
  sole_trader: '个体工商户',
  individual: '个人',
}

export const agentTasks: Readonly<Record<AgentTask, string>> = {
  applications: '代商户提出申请',
  devices: '设备收发和更换',
  tests: '设备测试',
  technicalHolds: '因技术原因停用',
}
