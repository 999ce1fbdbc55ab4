import type { OrderText } from '../en/orders.ts'

export const orders: Readonly<Record<OrderText, string>> = {
  disableAcceptance: '停止受理',
  enableAcceptance: '恢复受理',
  readStatus: '查询状态',
  uploadBatch: '上送批次',
  readBackup: '回读备份',
  eraseDevice: '删除设备数据',
  revokeKeys: '作废密钥',
  requestStatement: '索取结算单',
  payOut: '付款',
  refundDeposit: '退还保证金或押金',
  unbind: '解绑设备',
  confirmClosure: '确认关闭',
  notify: '发送通知',
  openTicket: '开立工单',
}
