import type { Texts } from '../texts.ts'

export const channels: Texts['channel'] = {
  online: '线上',
  offline: '线下书面',
  website: '网站',
  app: '手机应用',
  hotline: '客服热线',
  email: '电子邮件',
  onlineSupport: '在线客服平台',
  onlineChat: '在线聊天',
  post: '邮寄',
  selfServiceDevice: '设备自助',
  managementConsole: '管理后台',
  remoteAssistance: '远程协助',
}

export const signatories: Texts['signatory'] = {
  legalRepresentative: '法定代表人',
  owner: '经营者',
  attorney: '受委托的代理人',
}

export const durations: Texts['duration'] = {
  temporary: '暂时停用，以后还要使用',
  permanent: '永久关闭，不再使用',
}

export const dispositions: Texts['disposition'] = {
  return: '自行寄回或送回',
  collection: '请上门取回',
  merchantOwned: '设备归商户所有，自行保留',
}

export const backupStatements: Texts['backupStatement'] = {
  done: '已备份',
  notPossible: '无法备份',
}

export const selfServiceResults: Texts['selfServiceResult'] = {
  notSupported: '设备不支持自助处理',
  notTried: '没有尝试',
  unresolved: '已尝试，未解决',
  resolved: '已尝试，已解决',
}

export const remedies: Texts['remedy'] = {
  repair: '维修',
  replacement: '更换',
  reinstall: '重装软件',
  update: '更新软件',
  payment: '付清欠款',
  topUp: '账户充值',
  waiver: '减免欠款',
  rectification: '整改',
  renewal: '换领执照',
  accountVerified: '账户已核验',
  identityVerified: '身份已核验',
  disputeResolved: '纠纷已解决',
  noneRequired: '无需处理',
}

export const performers: Texts['performer'] = {
  merchant: '商户自行处理',
  provider: '支付机构',
  serviceProvider: '服务商',
  supplier: '设备供应商',
  repairer: '维修点',
  technician: '技术人员',
}

export const components: Texts['component'] = {
  printer: '打印机',
  scanner: '扫码器',
  cardReader: '刷卡器',
  display: '显示屏',
  power: '电源或电池',
  network: '网络',
  software: '软件',
  other: '其他部件',
}

export const symptoms: Texts['symptom'] = {
  paperJam: '卡纸',
  displayBroken: '显示屏损坏或不亮',
  systemCrash: '系统崩溃',
  swipeFailure: '刷卡无反应',
  invalidMerchant: '提示无效商户',
  noConnection: '连不上网络',
  other: '其他现象',
}

export const faultCauses: Texts['faultCause'] = {
  wear: '自然磨损',
  misuse: '使用不当',
  unknown: '原因不明',
}
