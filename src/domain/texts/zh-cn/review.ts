import type { Texts } from '../texts.ts'

export const reviewLines: Texts['reviewLine'] = {
  signedAs: '签署人身份',
  comment: '备注',
  reasonDescription: '情况说明',
  whyRestore: '恢复使用的理由',
  whyLift: '解除限制的理由',
  businessImpact: '停用造成的影响',
  selfService: '设备自助操作结果',
  selfServiceCompared: '与设备登记功能的比对',
  remedyKind: '处理方式',
  remedyPerformedBy: '处理执行方',
  remedyDescription: '已采取的措施',
  faultComponent: '故障部件',
  faultSymptom: '故障现象',
  faultCause: '故障原因',
  faultDescription: '故障描述',
  dataBackup: '交易数据备份',
  dataBackupNote: '未备份的原因',
  successorTerminalId: '接替终端号',
  compared: '与登记信息的比对',
}
