import type { Texts } from '../texts.ts'

export const destinations: Texts['destination'] = {
  institution: '送回支付机构',
  designatedPlace: '送到支付机构指定地点',
  collection: '上门取回',
}

export const conditions: Texts['condition'] = {
  intact: '完好无损',
  worn: '有磨损',
  damaged: '已损坏',
  dead: '无法开机',
}

export const damageCauses: Texts['damageCause'] = {
  human: '人为损坏',
  nonHuman: '非人为损坏',
  undetermined: '原因未确定',
}

export const losses: Texts['loss'] = {
  lost: '遗失',
  stolen: '被盗',
  destroyed: '毁损',
}

export const testChecks: Texts['testCheck'] = {
  power: '电源',
  signOn: '签到',
  network: '网络',
  printer: '打印机',
  scanner: '扫码器',
  cardReader: '刷卡器',
  display: '显示屏',
  transaction: '测试交易',
  void: '撤销测试交易',
  tamper: '防拆机制',
  time: '设备时钟',
}

export const backupMethods: Texts['backupMethod'] = {
  computer: '存到电脑',
  usb: '存到加密U盘',
  providerCloud: '存到支付机构云端',
  other: '存到其他地方',
}

export const erasureMethods: Texts['erasureMethod'] = {
  clear: '覆写清除',
  purge: '彻底清除，无法恢复',
  destroy: '物理销毁',
}

export const keyRemovals: Texts['keyRemoval'] = {
  zeroised: '在设备内清零',
  destroyed: '随设备销毁',
  revokedAtHost: '在主机端作废',
}
