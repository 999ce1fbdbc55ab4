import type { Audience, NoticeTemplate } from '../../notices.ts'

export const audiences: Readonly<Record<Audience, string>> = {
  merchant: '商户',
  customers: '顾客',
  partners: '合作方',
  finance: '财务',
  bank: '银行',
  serviceProvider: '服务商',
  provider: '支付机构',
}

export const notices: Readonly<Record<NoticeTemplate, string>> = {
  service_suspended: '已停用',
  terminal_restricted: '终端受限',
  restriction_lifted: '限制已解除',
  service_resuming: '即将恢复受理',
  information_requested: '需要补充资料',
  application_approved: '申请已批准',
  application_rejected: '申请被驳回',
  application_lapsed: '申请已失效',
  application_ended: '申请已结束',
  closure_proposed: '拟关闭终端',
  closure_appealed: '对关闭提出申诉',
  appeal_upheld: '申诉成立',
  appeal_dismissed: '申诉被驳回',
  closure_started: '关闭程序开始',
  closing_down: '即将停止受理',
  closure_cancelled: '关闭已取消',
  closure_result: '关闭结果',
  terminal_closed: '终端已关闭',
  settlement_statement: '结算单',
  charge_raised: '产生一笔费用',
  charge_determined: '费用已裁定',
  deposit_deducted: '扣除保证金或押金',
  return_label: '退机单',
  deadline_near: '期限临近',
  deadline_passed: '期限已过',
}
