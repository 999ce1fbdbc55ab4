import type { NoticeWords } from '../../notices/lines.ts'

const review = { passed: '审核超过了一般时间，已催促支付机构，您不必操作。' }
const holdReview = { passed: '支付机构应复查停用措施是否仍有必要，您不必操作。' }

export const clocks: NoticeWords['clocks'] = {
  'reviewDue.reinstatement': review,
  'reviewDue.suspension': review,
  'reviewDue.closure': review,
  informationDue: {
    near: '请在到期前补齐资料，否则申请可能被终止。',
    passed: '现在仍可补齐；支付机构也可以终止此申请。',
  },
  resubmitUntil: {
    near: '请在到期前补正并重新提交，否则申请可能被终止。',
    passed: '现在仍可补正；支付机构也可以终止此申请。',
  },
  approvalValidity: {
    near: '请在到期前完成设备测试，否则批准失效。',
    passed: '批准已失效，请重新申请解除停用。',
  },
  holdEnd: {
    near: '到期不会自动恢复。要恢复收款，请申请解除停用；要继续停用，请告知支付机构延长。',
    passed: '停用仍在继续，不会自动恢复。要恢复收款，请申请解除停用；要继续停用，请告知支付机构延长。',
  },
  holdReview,
  fundsHoldReview: holdReview,
  drainDue: { passed: '设备内还有未上送的交易，请让设备联网上送。逾期未上送的，支付机构可能另行处理。' },
  preAuthMax: { passed: '预授权已到最长有效期，请完成或撤销。逾期未处理的，支付机构可能另行处理。' },
  settlementObjection: { passed: '您未确认结算单，也未提出异议，可能视为认可。现在仍可确认。' },
  assessmentDue: { passed: '损坏原因未在期限内查明，按非人为损坏处理，不向您收取赔偿。' },
  chargeObjection: { passed: '异议期已满，此笔费用可以从保证金或押金中抵扣。' },
  obligationDue: { passed: '结转的事项应予复核。尚未了结的，请与支付机构核对。' },
  deviceReturnDue: {
    passed: '设备尚未收到。已寄出的，请告知运单号；遗失的，请报告。支付机构现在可以认定未归还并收取费用。',
  },
  depositDue: { passed: '保证金或押金尚未退还，已催促支付机构，您不必操作。' },
  closureNotice: { passed: '通知期已满，支付机构现在可以关闭终端。' },
}
