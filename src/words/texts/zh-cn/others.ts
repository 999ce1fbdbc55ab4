import type { Lines, NoticeWords } from '../../notices/lines.ts'

const closed: Lines = [
  [
    '商户{merchant}的终端{terminal}已于{closedAt}关闭，不再受理付款。',
    '商户{merchant}的终端{terminal}已关闭，不再受理付款。',
  ],
]

export const others: Lines = [
  '商户{merchant}的终端{terminal}：{notice}。',
  ['{kind}申请，编号{reference}。', '编号：{reference}。'],
  '原因：{openReason}。',
  ['自{since}起，预计到{until}为止。', '自{since}起。'],
  '涉及的功能：{limits}。',
  ['期限：{clock}{about}，{due}。', '期限：{clock}，{due}。', '期限：{due}。'],
  { when: 'toProvider', say: '金额：{item}，{amount}。' },
  { when: 'toProvider', say: '说明：{remark}' },
  { when: 'confidential', say: '此事不得告知商户及其他各方。' },
]

export const special: NoticeWords['special'] = {
  customers: {
    service_suspended: [
      [
        '{merchant}的刷卡终端因{publicReason}暂时不能使用，预计到{until}为止。',
        '{merchant}的刷卡终端因{publicReason}暂时不能使用。',
        '{merchant}的刷卡终端暂时不能使用。',
      ],
      '请改用其他方式付款。给您带来不便，敬请谅解。',
    ],
    service_resuming: ['{merchant}的刷卡终端即将恢复使用，感谢您的谅解。'],
    closing_down: ['{merchant}的一台刷卡终端即将停止使用。', '请改用其他方式付款。'],
    terminal_closed: ['{merchant}的一台刷卡终端已停止使用。', '请改用其他方式付款。'],
  },
  partners: {
    terminal_closed: [...closed, '今后的往来款项如何支付，请与商户约定。'],
  },
  finance: {
    terminal_closed: [
      ...closed,
      '最后一笔交易：{lastSale}。',
      [{ when: 'owes', say: '结算净额：商户应付{net}。' }, '结算净额：应付商户{net}。'],
      '尚未了结：{remaining}。',
      '请据此核对账目。',
    ],
  },
  bank: {
    terminal_closed: [
      ...closed,
      '最后一笔交易：{lastSale}。',
      '此后仍可能有迟到的款项或退单，不会再有新的交易。',
    ],
  },
  serviceProvider: {
    terminal_closed: [...closed, '请停止对该终端的服务和计费。'],
    closure_started: [
      '商户{merchant}的终端{terminal}：{notice}。',
      '请商户归还设备（机身号：{serials}），最迟{due}寄到。',
    ],
    deadline_near: ['商户{merchant}的终端{terminal}：{notice}。', '即将到期：{clock}，{due}。', '{what}'],
    deadline_passed: ['商户{merchant}的终端{terminal}：{notice}。', '已到期：{clock}，{due}。', '{what}'],
    information_requested: [
      '商户{merchant}的终端{terminal}：{kind}申请（编号{reference}）需要补充资料。',
      { when: 'applicant', say: '需要补充：{items}。' },
      { when: 'applicant', say: '请在{due}前补齐；逾期未补，申请可能被终止。' },
    ],
    application_rejected: [
      '商户{merchant}的终端{terminal}：{kind}申请（编号{reference}）未获批准。',
      { when: 'applicant', say: '原因：{reason}。' },
      { when: 'applicant', say: '说明：{remark}' },
    ],
  },
  provider: {
    closure_appealed: [
      '商户{merchant}对关闭终端{terminal}提出申诉。',
      '关闭原因：{reason}。',
      '请由既未提议也未决定关闭的人员裁定。',
    ],
  },
}
