import type { Lines, NoticeWords } from '../../notices/lines.ts'

/** How a hold comes to its end, and how to disagree. */
const wayOut: Lines = [
  '预计到{until}为止，到期不会自动恢复。',
  [
    { when: 'release.own', say: '需要恢复时，请申请解除停用。审核一般不超过{reviewTime}。' },
    {
      when: 'release.application',
      say: '恢复办法：先消除原因，再申请解除停用，并附上：{papers}。审核一般不超过{reviewTime}。',
    },
    {
      when: 'release.application',
      say: '恢复办法：先消除原因，再申请解除停用。审核一般不超过{reviewTime}。',
    },
    { when: 'release.evidence', say: '恢复办法：消除原因后提交以下证明即可，不必申请：{papers}。' },
    { when: 'release.evidence', say: '恢复办法：消除原因后提交证明即可，不必申请。' },
    { when: 'release.provider', say: '由支付机构解除，您不必申请。' },
    { when: 'release.authority', say: '须由提出要求的有权机关解除。' },
    { when: 'release.none', say: '此项不能申请解除。' },
  ],
  { when: 'testOwed', say: '恢复收款前，设备须通过测试。' },
  { when: 'byProvider', say: '如有异议，请书面向支付机构提出。' },
]

const appeal: Lines = [
  [
    { when: 'appeal', say: '您可以在不可撤销的事项办理之前向支付机构申诉，由未参与原决定的人员裁定。' },
    { when: 'byProvider', say: '如有异议，请书面向支付机构提出。' },
  ],
]

const test = '恢复收款前，支付机构要复核终端，设备须通过测试。'

export const merchant: NoticeWords['merchant'] = {
  service_suspended: [
    [
      { when: 'byMerchant', say: '根据您的申请或报告，终端{terminal}自{since}起停用，不能收款。' },
      '终端{terminal}自{since}起由{by}停用，不能收款。',
      '终端{terminal}已停用，不能收款。',
    ],
    '原因：{reason}。',
    '说明：{remark}',
    '停用的功能：{limits}。',
    ...wayOut,
  ],
  terminal_restricted: [
    [
      { when: 'byMerchant', say: '根据您的申请或报告，终端{terminal}自{since}起受限。' },
      '终端{terminal}自{since}起由{by}限制使用。',
      '终端{terminal}受限。',
    ],
    '原因：{reason}。',
    '说明：{remark}',
    '受限的功能：{limits}。',
    ...wayOut,
  ],
  work_planned: [
    [
      '终端{terminal}计划于{since}至{until}进行维护，事由：{reason}。',
      '终端{terminal}计划自{since}起进行维护，事由：{reason}。',
      '终端{terminal}计划进行维护。',
    ],
    '期间停用的功能：{limits}。',
    '说明：{remark}',
    '您不必申请。请在开始前备份记录，并备好其他收款方式。',
    { when: 'testOwed', say: '恢复收款前，设备须通过测试。' },
  ],
  restriction_lifted: [
    ['终端{terminal}因“{reason}”受到的限制已解除。', '终端{terminal}的一项限制已解除。'],
    '由此暂停的功能，没有其他限制的，即可恢复。',
    '其他原因仍未解除：{otherReasons}。',
  ],
  service_resuming: ['终端{terminal}停用的原因已消除，即将恢复收款。', '请提前告知顾客。'],
  application_received: [
    '您的{kind}申请（编号{reference}）已收到。',
    '审核一般不超过{reviewTime}，可凭编号查询进展。',
  ],
  information_requested: [
    '您的{kind}申请（编号{reference}）需要补充资料。',
    '需要补充：{items}。',
    '请在{due}前补齐，补齐后继续审核；逾期未补，申请可能被终止。',
  ],
  application_approved: [
    '您的{kind}申请（编号{reference}）已批准。',
    ['自{from}起生效，预计到{until}为止。', '自{from}起生效。'],
    { when: 'testOwed', say: '恢复收款前，设备须通过测试。' },
    '批准在{due}前有效，逾期须重新申请。',
  ],
  application_rejected: [
    '您的{kind}申请（编号{reference}）未获批准。',
    '原因：{reason}。',
    '说明：{remark}',
    [
      { when: 'resubmittable', say: '请在{due}前补正后重新提交，并附下列材料之一：{papers}。' },
      { when: 'resubmittable', say: '请在{due}前补正后重新提交。' },
      { when: 'resubmittable', say: '请补正后重新提交。' },
      { when: 'final', say: '此申请不能再补正，您可以另行申请。' },
    ],
  ],
  application_lapsed: [
    '您的{kind}申请（编号{reference}）逾期未补充或补正，已终止。',
    '仍需办理的，请重新申请。',
  ],
  application_ended: ['您的{kind}申请（编号{reference}）不再审核，已被新的申请或决定取代。'],
  closure_proposed: [
    '支付机构拟关闭终端{terminal}。',
    '原因：{reason}。',
    '依据：{remark}',
    [
      { when: 'urgent', say: '通知期自送达之日起算，最早{due}期满；情况紧急，期满前也可能关闭。' },
      '通知期自送达之日起算，最早{due}期满，期满后可能关闭。',
    ],
    ...appeal,
  ],
  closure_appealed: ['您对关闭终端{terminal}的申诉已收到。', '申诉由未参与原决定的人员裁定，结果另行通知。'],
  appeal_upheld: ['您对关闭终端{terminal}的申诉成立，关闭已撤回。', '如已停止收款，恢复前设备须通过测试。'],
  appeal_dismissed: [
    '您对关闭终端{terminal}的申诉未获支持，关闭继续办理。',
    '关闭原因：{reason}。',
    '对裁定仍有异议的，请书面向支付机构提出。',
  ],
  closure_started: [
    ['终端{terminal}自{since}起办理关闭，不再收款。', '终端{terminal}开始办理关闭，不再收款。'],
    '原因：{reason}。',
    '依据：{remark}',
    ['请归还设备（机身号：{serials}），最迟{due}寄到。', '请归还设备（机身号：{serials}）。'],
    '未经支付机构授权，请勿自行删除设备内的数据。',
    '结算单、费用以及保证金和押金的退还，另行通知。',
    ...appeal,
  ],
  closing_down: ['终端{terminal}即将停止收款，请提前告知顾客。'],
  closure_cancelled: ['终端{terminal}的关闭已取消，继续使用。', test],
  closure_result: [
    ['终端{terminal}已于{closedAt}关闭，不再收款。', '终端{terminal}已关闭，不再收款。'],
    '关闭原因：{reason}。',
    '尚未了结：{remaining}。',
    '请告知合作方、财务人员和银行，并保存好办理凭证。',
    '支付机构的档案保存到{keptUntil}。',
  ],
  terminal_closed: [
    ['终端{terminal}已于{closedAt}关闭，不再收款。', '终端{terminal}已关闭，不再收款。'],
    '由终端{successor}接替。',
  ],
  settlement_statement: [
    ['结算单{reference}已出具，交易截至{upTo}。', '结算单{reference}已出具。'],
    [{ when: 'owes', say: '净额：您应付{net}。' }, '净额：应付您{net}。'],
    '请在{due}前确认或提出异议；逾期未答复，可能视为认可。',
  ],
  charge_raised: [
    [
      '产生一笔费用（编号{reference}）：{item}，{amount}。',
      '产生一笔费用：{item}，{amount}。',
      '产生一笔费用（编号{reference}）。',
    ],
    '依据：{ground}。',
    [
      { when: 'disputed', say: '此笔费用尚待核定，核定前不扣款。' },
      '请付清此笔费用，或在{due}前提出异议；提出异议的，核定前不扣款。',
    ],
  ],
  charge_determined: [
    [
      { when: 'nothing', say: '费用（编号{reference}，{item}）经核定，不予收取。' },
      { when: 'nothing', say: '一笔费用（{item}）经核定，不予收取。' },
      '费用（编号{reference}，{item}）核定为{amount}。',
      '一笔费用（{item}）核定为{amount}。',
      '一笔费用已有核定。',
    ],
    '如已多付，多付的部分会退还。',
  ],
  deposit_deducted: [
    [
      '您的{item}共{amount}，已抵扣：{deductions}；剩余{left}。',
      '您的{item}共{amount}，已抵扣：{deductions}。',
      '您的保证金或押金有一笔抵扣。',
    ],
    '如有异议，请书面向支付机构提出。',
  ],
  return_label: [
    [
      '设备（机身号{serial}）可以归还：{destination}（地址见文件{address}）。',
      '设备（机身号{serial}）可以归还：{destination}。',
      '设备（机身号{serial}）可以归还。',
      '设备可以归还。',
    ],
    '请用封袋{bag}封好，途中不得拆开。',
    '运单号：{tracking}。',
    ['请连同全部配件归还，最迟{due}寄到；寄出前请拍照留存。', '请连同全部配件归还，寄出前请拍照留存。'],
  ],
  deadline_near: [['即将到期：{clock}{about}，{due}。', '即将到期：{clock}，{due}。'], '{what}'],
  deadline_passed: [['已到期：{clock}{about}，{due}。', '已到期：{clock}，{due}。'], '{what}'],
}
