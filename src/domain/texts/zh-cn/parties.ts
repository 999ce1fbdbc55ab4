import type { Duty, Owner } from '../../actor.ts'
import type { Limit } from '../../limits.ts'

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
