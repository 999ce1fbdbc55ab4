import type { Texts } from '../texts.ts'

export const charges: Texts['charge'] = {
  rental: '租赁费',
  maintenance: '维护费',
  deactivation: '停用费用',
  annual: '年费',
  data_traffic: '流量费',
  transaction: '手续费',
  early_termination: '提前解约违约金',
  damage: '设备损坏赔偿',
  accessory: '缺少配件的赔偿',
  device: '未归还设备的赔偿',
  penalty: '违规违约金',
  arrears: '欠款',
  settlement: '结算后应由商户支付的款项',
  chargeback: '退单款',
  overpayment: '多付款项的返还',
  other: '其他费用',
}

export const deposits: Texts['deposit'] = {
  guarantee: '保证金',
  device_pledge: '押金',
}

export const obligations: Texts['obligation'] = {
  settlement: '结算款',
  deposit: '保证金或押金',
  charge: '费用',
  dispute: '争议或退单',
}

export const handlings: Texts['handling'] = {
  complete: '完成交易',
  void: '撤销',
  refund: '退货',
  transfer: '转到其他终端办理',
  writeOff: '核销',
}

export const payoutMethods: Texts['payoutMethod'] = {
  directTransfer: '转入已验证账户',
  cheque: '支票',
  originalRoute: '原路退回',
}
