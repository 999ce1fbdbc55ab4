import type { OrderKind, SystemsOperationName } from '../../orders.ts'

export const orders: Readonly<Record<OrderKind, string>> = {
  disableAcceptance: '停止受理',
  enableAcceptance: '恢复受理',
  readStatus: '查询状态',
  uploadBatch: '上送批次',
  readBackup: '回读备份',
  eraseDevice: '删除设备数据',
  revokeKeys: '作废密钥',
  collectDevice: '上门取回设备',
  requestStatement: '索取结算单',
  payOut: '付款',
  refundDeposit: '退还保证金或押金',
  unbind: '解绑设备',
  confirmClosure: '确认关闭',
  notify: '发送通知',
  openTicket: '开立工单',
}

export const operations: Readonly<Record<SystemsOperationName, string>> = {
  ...orders,
  getResult: '查询指令结果',
}
