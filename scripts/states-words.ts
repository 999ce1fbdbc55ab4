import type { Locale } from '../src/domain/index.ts'

/** A state or region that has a heading of its own. */
export type ChartState =
  | ('inService' | 'held' | 'testing' | 'enabling')
  | ('none' | 'underReview' | 'needsInformation' | 'rejected')
  | ('acceptance' | 'transactions' | 'settlement' | 'charges' | 'deposits' | 'devices' | 'binding')
  | ('confirming' | 'verifying' | 'closed')

interface StateWords {
  readonly means: string
  readonly waits: string
}

export interface StatesWords {
  readonly title: string
  readonly about: string
  readonly parts: Readonly<Record<'live' | 'application' | 'clearing' | 'end' | 'everywhere', string>>
  readonly aboutParts: Readonly<Record<'live' | 'application' | 'clearing' | 'end' | 'everywhere', string>>
  readonly labels: Readonly<
    Record<'waits' | 'heard' | 'clocks' | 'out' | 'nothing' | 'to' | 'colon' | 'comma', string>
  >
  readonly phases: Readonly<Record<'root' | 'live' | 'closing' | 'closed', string>>
  readonly states: Readonly<Record<ChartState, StateWords>>
}

const en: StatesWords = {
  title: 'States',
  about:
    'Where a terminal can be, who is waited for there, which clocks run, and the ways out. Nobody sets a state: it follows from the facts. Written by `scripts/states.ts` from the machine itself. `service` and `application` stand side by side while the terminal is live; the seven obligations stand side by side while it is closing.',
  parts: {
    live: 'Live: service',
    application: 'Live: application',
    clearing: 'Closing: the seven obligations',
    end: 'Closing: the end, and after it',
    everywhere: 'What is heard in a whole phase',
  },
  aboutParts: {
    live: 'Does it sell? The holds say so, and what the host was read as.',
    application: 'Who has to speak next. An application never changes the service by itself.',
    clearing:
      'Each is open or done by what is known now, and goes back to open when something turns up: a late batch, a returned payout, a found device.',
    end: 'Confirmed is not yet closed: the register is read afterwards.',
    everywhere: 'Beside what each state hears for itself.',
  },
  labels: {
    waits: 'Who is waited for',
    heard: 'Heard here alone',
    clocks: 'Clocks',
    out: 'Ways out',
    nothing: 'none',
    to: 'to',
    colon: ': ',
    comma: ', ',
  },
  phases: {
    root: 'Everywhere',
    live: 'While it is live',
    closing: 'While it is closing',
    closed: 'After it was closed',
  },
  states: {
    inService: { means: 'It sells, except for what a hold without `sale` takes from it.', waits: 'Nobody.' },
    held: {
      means: 'At least one hold limits sales.',
      waits: 'Whoever the holds name: each has its own way out.',
    },
    testing: {
      means: 'The last hold is gone, and the device must show that it works.',
      waits: 'A technician, or for a small test the merchant.',
    },
    enabling: {
      means: 'Nothing is owed any more; the host was told to switch on and has not been read as on.',
      waits: "The provider's host.",
    },
    none: { means: 'Nobody has applied for anything, or it was decided.', waits: 'Nobody.' },
    underReview: {
      means: 'An application lies before the reviewers; also one that is approved and waits for its day.',
      waits: 'The provider: a reviewer who did not file it.',
    },
    needsInformation: { means: 'The reviewer asked for something.', waits: 'The merchant.' },
    rejected: {
      means: 'It was refused, and may be answered until `resubmitUntil` has run.',
      waits: 'The merchant.',
    },
    acceptance: {
      means: 'Payments are off, and the host has been read as off.',
      waits: "The provider's host.",
    },
    transactions: {
      means: 'Nothing is pending, and each device has handed over its batch.',
      waits: 'The merchant, for what is unfinished; the device.',
    },
    settlement: {
      means: 'Stated, agreed to, paid out or carried over.',
      waits: 'The provider to state and pay; the merchant to agree.',
    },
    charges: {
      means: 'Fees, damage and other debts are paid, waived, deducted or carried over.',
      waits: 'The merchant to pay or object; the provider to determine.',
    },
    deposits: {
      means: 'Given back, used up by charges, or carried over.',
      waits: 'The provider: two persons.',
    },
    devices: {
      means: 'Copied, wiped, without keys, and back where they belong; or given up by two persons.',
      waits: 'The merchant to copy and send; the provider to wipe, receive and inspect.',
    },
    binding: {
      means: 'The register no longer binds serial and terminal number.',
      waits: 'The provider, then the register.',
    },
    confirming: { means: 'All seven are done; the closure was ordered.', waits: "The provider's register." },
    verifying: {
      means: 'The register confirmed it, and is read once more.',
      waits: "The provider's register.",
    },
    closed: {
      means:
        'The books are closed and never open again. Late facts are kept beside them, and what was carried over is paid from here.',
      waits: 'Whoever owes what was carried over; nobody else.',
    },
  },
}

const zhCn: StatesWords = {
  title: '状态',
  about:
    '终端可能处于何处、在等谁、哪些期限在走、怎样离开。没有人设置状态：状态由事实得出。本页由 `scripts/states.ts` 从状态机本身生成。存续期间“服务”与“申请”并列；关闭期间七项义务并列。',
  parts: {
    live: '存续：服务',
    application: '存续：申请',
    clearing: '关闭：七项义务',
    end: '关闭：收尾及之后',
    everywhere: '整个阶段都接受的事件',
  },
  aboutParts: {
    live: '能不能收款？由停用措施和主机的读数决定。',
    application: '下一步该由谁办理。申请本身从不改变服务。',
    clearing:
      '每一项按现在所知为未完或已完；一旦又有情况（迟到的批次、退回的付款、找回的设备），就回到未完。',
    end: '确认不等于已关闭：之后还要查登记系统。',
    everywhere: '各状态自己接受的事件之外。',
  },
  labels: {
    waits: '在等谁',
    heard: '只在此接受',
    clocks: '期限',
    out: '怎样离开',
    nothing: '无',
    to: '到',
    colon: '：',
    comma: '、',
  },
  phases: { root: '任何时候', live: '存续期间', closing: '关闭期间', closed: '关闭之后' },
  states: {
    inService: { means: '可以收款；不限制 `sale` 的停用措施所限功能除外。', waits: '不等谁。' },
    held: { means: '至少有一项停用措施限制消费。', waits: '各项措施所指的一方：各有各的出路。' },
    testing: { means: '最后一项措施已结束，须证明设备可用。', waits: '技术人员；简单测试也可由商户做。' },
    enabling: { means: '该做的都已做完；已下令恢复受理，尚未从主机查实。', waits: '支付机构的主机。' },
    none: { means: '无人申请，或已有决定。', waits: '不等谁。' },
    underReview: {
      means: '申请在审；已批准而待生效日的也在此。',
      waits: '支付机构：未经手该申请的审核人员。',
    },
    needsInformation: { means: '审核人员要求补充。', waits: '商户。' },
    rejected: { means: '被拒绝，`resubmitUntil` 届满之前可以补正。', waits: '商户。' },
    acceptance: { means: '已停止受理，并从主机查实。', waits: '支付机构的主机。' },
    transactions: {
      means: '没有未完成的交易，每台设备都已上送批次。',
      waits: '商户处理未完成的交易；设备。',
    },
    settlement: { means: '已出具、已确认、已付清或已结转。', waits: '支付机构出具并付款；商户确认。' },
    charges: {
      means: '费用、损坏及其他债务已付、已免、已抵扣或已结转。',
      waits: '商户付款或提异议；支付机构核定。',
    },
    deposits: { means: '已退还、已抵扣完或已结转。', waits: '支付机构：两人。' },
    devices: {
      means: '已备份、已删除、已无密钥、已归位；或由两人认定放弃。',
      waits: '商户备份并寄回；支付机构删除、收货、检验。',
    },
    binding: { means: '登记系统不再将机身号与终端号绑定。', waits: '支付机构，然后登记系统。' },
    confirming: { means: '七项都已完成；关闭已下达。', waits: '支付机构的登记系统。' },
    verifying: { means: '登记系统已确认，再查一次。', waits: '支付机构的登记系统。' },
    closed: {
      means: '账目已结，永不再开。迟到的事实记在其旁，结转的款项由此支付。',
      waits: '结转义务的承担方；此外不等谁。',
    },
  },
}

export const statesWords: Readonly<Record<Locale, StatesWords>> = { en, 'zh-CN': zhCn }
