import type { RequestKind } from '../../agents.ts'
import type { FollowUpKind } from '../../follow-ups.ts'
import type { NoteKind, NoteVisibility } from '../../notes.ts'
import type { Department, TicketTopic } from '../../tickets.ts'

export const departments: Readonly<Record<Department, string>> = {
  support: '客服',
  workshop: '维修',
  warehouse: '仓库',
  settlement: '结算',
  risk: '风控',
  registry: '登记',
  review: '审核',
  operations: '主机运维',
  fieldService: '现场服务',
  management: '管理层',
}

export const ticketTopics: Readonly<Record<TicketTopic, string>> = {
  order_failed: '指令执行失败',
  answer_refused: '应答未被采纳',
  deadline_passed: '期限已过',
  device_test_failed: '设备测试未通过',
  erasure_failed: '数据删除失败',
  unbinding_failed: '解绑失败',
  device_still_wanted: '仍需使用的设备已被删除数据或解绑',
  acceptance_on_after_closure: '关闭后仍可受理',
  closure_not_effective: '关闭未生效',
  reading_contradicts: '主机状态与指令不符',
  after_closure: '关闭后的报告',
  escalation: '升级处理',
  request_made: '商户请求',
  support_contact: '联系客服',
  problem_raised: '停用期间的问题',
  device_fault: '设备故障',
  planned_work: '待实施的维护或更新',
}

export const requests: Readonly<Record<RequestKind, string>> = {
  repair: '维修设备',
  replacement: '更换设备',
  return: '归还设备',
  collection: '上门取机',
  depositRefund: '退还保证金或押金',
  backup: '备份数据',
  maintenance: '维护保养',
  upgrade: '升级设备或软件',
  support: '客服协助',
}

export const notes: Readonly<Record<NoteKind, string>> = {
  note: '记录',
  escalation: '已升级处理',
  followUpOpened: '待跟进事项',
  supportContact: '已联系客服',
  problemRaised: '反映的问题',
}

/** 办结后需跟进的事项。 */
export const followUps: Readonly<Record<FollowUpKind, string>> = {
  openItems: '结清遗留账目',
  cardFunctions: '确认贷记卡、借记卡均可正常受理',
  staffTraining: '对员工进行新设备培训',
  keepVouchers: '妥善保存关闭手续的凭证',
  newAcceptance: '安排新的收款方式',
  accountingReview: '按最后一期结算单核对账务',
  reassessNeed: '评估是否需要重新使用终端',
  satisfactionSurvey: '开展服务满意度调查',
}

/** 备注可见范围。 */
export const noteVisibilities: Readonly<Record<NoteVisibility, string>> = {
  internal: '内部',
  merchant: '商户可见',
  serviceProvider: '服务商可见',
}
