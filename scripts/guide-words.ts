import type { Locale, OrderKind } from '../src/domain/index.ts'

interface GuideWords {
  readonly heads: Readonly<
    Record<'order' | 'params' | 'answer' | 'overdue' | 'param' | 'meaning' | 'event', string>
  >
  /** For orders without an answer of their own: how the record hears that it is so. */
  readonly facts: Readonly<Partial<Record<OrderKind, string>>>
  readonly params: Readonly<Record<string, string>>
}

const en: GuideWords = {
  heads: {
    order: 'Order',
    params: 'Parameters',
    answer: 'Ends with',
    overdue: 'Overdue after',
    param: 'Parameter',
    meaning: 'Meaning',
    event: 'Event',
  },
  facts: {
    disableAcceptance: '; the host is read by the next order',
    enableAcceptance: '; the host is read by the next order',
    collectDevice: '; a person tells `device.received`',
  },
  params: {
    capabilities: 'what to switch: `sale`, `preAuth`, `refund` …',
    urgent: '`true` for a stolen device or an attack: do it before anything else',
    notBefore: 'the reading must be later than that; one of that very instant or older is refused',
    serial: 'the device, by its serial number',
    upTo: 'business time up to which the copy or the statement must reach; `null`: nothing was ever sold',
    hash: 'SHA-256 that the copy had when it was made; read it back from the copy, never echo it',
    scope: '`device`, or `application` where another acquirer uses the device too',
    procedure: 'which way of erasing was authorised',
    authorisedBySeq: 'number of the journal entry that authorised it',
    reason: '`lost` or `unreturned`',
    addressDocumentId: 'the paper with the address: the record has its digest, your document store its bytes',
    payoutId: 'the payout, as a person named it',
    amount: 'minor units of `call.identity.currency`: `198000` is 1 980.00',
    method: 'how money travels: `directTransfer`, `originalRoute`, `cheque` …',
    accountToken: 'your token of the verified account; `null` where the method needs none',
    depositId: 'the deposit of which it is a part or the whole',
    refundId: 'the refund, as a person named it',
    registryRef: 'number of the binding in the register',
    attempt: 'how often this closure has been asked to be confirmed, from 1',
    audience: 'who is told: `merchant`, `customers`, `provider` …',
    template: 'which notice; `words` has the text of each',
    phase: '`before`, `at` or `after` the thing itself',
    ref: 'what it is about: a hold, an application, an order …; `null`: the terminal',
    disclosure: '`hidden`: only the provider may read it',
    reply: 'channel and paper by which the merchant applied, or `null`',
    department: 'whose work it is',
    topic: 'what went wrong or is to be done',
  },
}

const zhCn: GuideWords = {
  heads: {
    order: '指令',
    params: '参数',
    answer: '以何结束',
    overdue: '结果期限',
    param: '参数',
    meaning: '含义',
    event: '事件',
  },
  facts: {
    disableAcceptance: '，随后由下一条指令读取主机状态',
    enableAcceptance: '，随后由下一条指令读取主机状态',
    collectDevice: '，由人员报告 `device.received`',
  },
  params: {
    capabilities: '要开关的功能：`sale`、`preAuth`、`refund` 等',
    urgent: '`true` 表示设备被盗或遭攻击，须最先执行',
    notBefore: '读数须晚于此刻，同一时刻或更早的读数不予采纳',
    serial: '设备的机身号',
    upTo: '备份或结算单须覆盖到的业务时间；`null` 表示从未交易',
    hash: '备份生成时的 SHA-256；须从备份回读，不得原样返回',
    scope: '`device` 为整机；`application` 用于与其他收单机构共用的设备',
    procedure: '获准的数据删除方式',
    authorisedBySeq: '授权所在的日志序号',
    reason: '`lost` 遗失，`unreturned` 未归还',
    addressDocumentId: '载有地址的材料：档案内仅有其摘要，内容在贵方文档库',
    payoutId: '付款编号，由人员给出',
    amount: '以 `call.identity.currency` 的最小单位计：`198000` 即 1 980.00',
    method: '付款方式：`directTransfer`、`originalRoute`、`cheque` 等',
    accountToken: '已验证账户的令牌；方式无需账户时为 `null`',
    depositId: '所涉押金',
    refundId: '退款编号，由人员给出',
    registryRef: '登记系统中的绑定编号',
    attempt: '第几次请求确认本次关闭，从 1 起',
    audience: '通知对象：`merchant`、`customers`、`provider` 等',
    template: '通知模板；文字见 `words`',
    phase: '`before` 事前，`at` 当时，`after` 事后',
    ref: '所涉对象：停用措施、申请、指令等；`null` 指终端本身',
    disclosure: '`hidden` 表示仅支付机构可见',
    reply: '商户申请所用渠道与材料，或 `null`',
    department: '由哪个部门处理',
    topic: '出了什么问题，或要做什么',
  },
}

export const guideWords: Readonly<Record<Locale, GuideWords>> = { en, 'zh-CN': zhCn }
