import type { LifecyclePolicy, Locale } from '../src/domain/index.ts'

/** The kinds of values that a setting has, in words. */
interface TypeWords {
  readonly flag: string
  readonly number: (least: number, most: number) => string
  readonly text: (longest: number | undefined) => string
  readonly reference: string
  readonly day: string
  readonly list: (of: string) => string
  readonly per: (key: string, of: string) => string
  readonly object: string
  readonly nothing: string
  readonly or: string
  readonly codesOf: (section: string) => string
}

export interface SettingsWords {
  readonly heads: Readonly<Record<'type' | 'unit' | 'standard' | 'needed', string>>
  readonly types: TypeWords
  readonly units: Readonly<Record<'attempts' | 'times' | 'length' | 'minor', string>>
  readonly standard: Readonly<Record<'none' | 'below' | 'clocks', string>>
  readonly policy: Readonly<Record<keyof LifecyclePolicy, string>>
  /** By the path of the field. */
  readonly catalogues: Readonly<Record<string, string>>
}

const en: SettingsWords = {
  heads: { type: 'Type', unit: 'Unit', standard: 'Default', needed: 'Needed' },
  types: {
    flag: '`true` or `false`',
    number: (least, most) => `whole number from ${least} to ${most}`,
    text: (longest) => (longest === undefined ? 'text' : `text, ${longest} characters at most`),
    reference: 'reference',
    day: 'calendar day, `YYYY-MM-DD`',
    list: (of) => `list: ${of}`,
    per: (key, of) => `by ${key}: ${of}`,
    object: 'object',
    nothing: '`null`',
    or: ' or ',
    codesOf: (section) => `a code of “${section}”`,
  },
  units: {
    attempts: 'attempts',
    times: 'times',
    length: '`amount` of `unit`: years, working days, days, hours, minutes',
    minor: 'minor units, as cents',
  },
  standard: { none: 'none', below: 'the table “Duties”', clocks: 'the table “Clocks”' },
  policy: {
    clocks:
      'How long each clock runs. Where the table says no length, an event names the day, and what is set here is how much later it is told again (30 days if nothing).',
    verifyAttempts:
      'Readings or confirmations that may fail before somebody is told, and before two persons may accept the last one.',
    urgentBases: 'Reasons for which a closure may be imposed before its notice has run and been served.',
    appealAllowed: 'May a merchant appeal an imposed closure?',
    setOffAllowed: 'May a charge be taken from a deposit at all?',
    carryOverKinds:
      'What may be carried over beyond the closure; devices, keys, data and transactions never are.',
    unbindRequires:
      'What must be true before a device is unbound: its keys are gone, or it has come back as well.',
    systemMayPlace: 'Reasons for which a system may place a hold by itself.',
    feeTables:
      'Versions of fee tables that a charge may name, where no catalogue gives any; amounts stand as stated.',
    extraPapers:
      'Papers asked for beside those of the reason, by process and reason; `*` stands for every reason of that process.',
    filingRequired: 'Has a suspension to be filed with an authority? Then `regulatory_filing` is asked for.',
    noticeBeforeResuming: 'Does sale wait until customers were told, for one working day at most?',
    maxResubmissions:
      'Answers to a rejection after which only a new application is heard; `null`: no limit. Closures have none.',
    repairLiability: 'Who bears a damage: whoever its cause points at, or one side by contract.',
    duties:
      "Which duty of the provider's person an event asks for; `any`: nobody is asked for one. A table replaces the whole default.",
    repeatWindow: 'For so long a report that is told again is recognised by the record itself.',
    mayReportDisputes: 'Who may report that a dispute was opened or closed.',
    mayHide: 'Who may place a hold that the merchant does not see.',
    mayHoldMoney: 'Who may place a hold on payouts.',
  },
  catalogues: {
    procedures:
      'How things are done. The one in force is the one that says most of process and model; of several, the newest.',
    'procedures[].version':
      'What an application names as read. It may be named for thirty days after it ended, else PROCEDURE_NOT_IN_FORCE.',
    'procedures[].process': 'What it is for; left out: every process.',
    'procedures[].model': 'For devices of this model; left out: for every model.',
    'procedures[].channels':
      'Ways in which an application is taken, else CHANNEL_NOT_OFFERED; left out: all of them.',
    'procedures[].steps': 'What is to be done, in order, for people to read.',
    'procedures[].steps[].zh-CN': 'The step in Chinese; one of the languages at least.',
    'procedures[].steps[].en': 'The step in English; one of the languages at least.',
    'procedures[].from': 'First day in force.',
    'procedures[].until': 'Last day in force; left out: still in force.',
    feeTables: 'Tables of fees. Given any, those of the policy do not count.',
    'feeTables[].version':
      'What a charge names. It may be named for thirty days after it ended, else FEE_TABLE_NOT_IN_FORCE.',
    'feeTables[].prices':
      'What it costs, else AMOUNT_NOT_IN_FEE_TABLE; what does not stand in it is charged as stated.',
    'feeTables[].prices[].kind': 'Kind of charge.',
    'feeTables[].prices[].process': 'Told for this process alone; left out: for all.',
    'feeTables[].prices[].model':
      'For devices of this model; left out: for every model that has no price of its own.',
    'feeTables[].prices[].amount': 'What it costs, all of it.',
    'feeTables[].prices[].amount.amount': 'Number of minor units.',
    'feeTables[].prices[].amount.currency': 'Currency.',
    'feeTables[].from': 'First day in force.',
    'feeTables[].until': 'Last day in force; left out: still in force.',
    accessories: 'What is handed out with a device, and has to come back.',
    'accessories[].model': 'Model of the device.',
    'accessories[].items': 'The list.',
    'accessories[].items[].name': 'Name of the accessory.',
    'accessories[].items[].count': 'How many of it.',
    'accessories[].from': 'First day in force.',
    'accessories[].until': 'Last day in force; left out: still in force.',
    notices: "The acquirer's own words of a notice, in the place of the library's.",
    'notices[].template': 'Which notice.',
    'notices[].locale': 'In which language.',
    'notices[].audience': 'For whom; left out: for whoever has no words of its own.',
    'notices[].subject': 'The line above it.',
    'notices[].body':
      "The text, with the parameters of the library's own words, such as `{terminal}` (`noticeValues`). A line of which something is not known is left out.",
    'notices[].from': 'First day in force.',
    'notices[].until': 'Last day in force; left out: still in force.',
  },
}

const zhCn: SettingsWords = {
  heads: { type: '类型', unit: '单位', standard: '默认值', needed: '必填' },
  types: {
    flag: '`true` 或 `false`',
    number: (least, most) => `${least} 至 ${most} 的整数`,
    text: (longest) => (longest === undefined ? '文本' : `文本，最多 ${longest} 个字符`),
    reference: '编号',
    day: '日期，`YYYY-MM-DD`',
    list: (of) => `列表：${of}`,
    per: (key, of) => `按${key}：${of}`,
    object: '对象',
    nothing: '`null`',
    or: '或',
    codesOf: (section) => `“${section}”中的代码`,
  },
  units: {
    attempts: '次',
    times: '次',
    length: '`amount` 与 `unit`：年、工作日、天、小时、分钟',
    minor: '最小货币单位，如分',
  },
  standard: { none: '无', below: '见“职责”表', clocks: '见“期限”表' },
  policy: {
    clocks: '各期限的时长。表中未列时长的由事件指定日期，此处所设为再次提醒的间隔（未设时为 30 天）。',
    verifyAttempts: '状态读取或关闭确认失败多少次后通知人员，并可由两人认可最后一次结果。',
    urgentBases: '通知期满且送达之前即可强制关闭的原因。',
    appealAllowed: '商户可否对强制关闭提出申诉。',
    setOffAllowed: '费用可否从保证金或押金中抵扣。',
    carryOverKinds: '关闭后可以结转的事项；设备、密钥、数据与交易不得结转。',
    unbindRequires: '设备解绑的前提：密钥已清除，或设备亦已归还。',
    systemMayPlace: '系统可自行设置停用措施的原因。',
    feeTables: '目录未提供收费标准时，费用可引用的收费标准版本；金额以所述为准。',
    extraPapers: '按流程与原因另行要求的材料；`*` 表示该流程的一切原因。',
    filingRequired: '停用是否须向主管机关备案；如须备案，则要求提交 `regulatory_filing`。',
    noticeBeforeResuming: '恢复收款前是否先通知顾客，最多等待一个工作日。',
    maxResubmissions: '拒绝后可补正的次数，超过后只受理新申请；`null` 为不限。关闭申请不受此限。',
    repairLiability: '损坏由谁承担：按原因认定，或依合同由一方承担。',
    duties: '事件要求支付机构人员具备的职责；`any` 为不作要求。所给的表取代全部默认值。',
    repeatWindow: '在此时长内重复的报告由记录自身识别。',
    mayReportDisputes: '谁可报告争议的提出与了结。',
    mayHide: '谁可设置对商户保密的停用措施。',
    mayHoldMoney: '谁可限制出款。',
  },
  catalogues: {
    procedures: '办理流程。取对流程与机型规定最具体的现行版本；有多个时取最新者。',
    'procedures[].version': '申请所注明的已阅读版本。失效后三十天内仍可注明，否则为 PROCEDURE_NOT_IN_FORCE。',
    'procedures[].process': '适用的业务；未填则适用于全部业务。',
    'procedures[].model': '适用的机型；未填则适用于全部机型。',
    'procedures[].channels': '受理申请的渠道，其他渠道为 CHANNEL_NOT_OFFERED；未填则全部受理。',
    'procedures[].steps': '依次办理的步骤，供人阅读。',
    'procedures[].steps[].zh-CN': '中文步骤；至少填写一种语言。',
    'procedures[].steps[].en': '英文步骤；至少填写一种语言。',
    'procedures[].from': '生效首日。',
    'procedures[].until': '生效末日；未填则仍然有效。',
    feeTables: '收费标准。一经提供，策略中的收费标准不再适用。',
    'feeTables[].version': '费用所注明的版本。失效后三十天内仍可注明，否则为 FEE_TABLE_NOT_IN_FORCE。',
    'feeTables[].prices': '各项价格，金额不符为 AMOUNT_NOT_IN_FEE_TABLE；未列入的以所述金额为准。',
    'feeTables[].prices[].kind': '费用类别。',
    'feeTables[].prices[].process': '仅适用于该业务；未填则适用于全部业务。',
    'feeTables[].prices[].model': '适用的机型；未填则适用于未单列的全部机型。',
    'feeTables[].prices[].amount': '全部费用。',
    'feeTables[].prices[].amount.amount': '最小货币单位的数额。',
    'feeTables[].prices[].amount.currency': '币种。',
    'feeTables[].from': '生效首日。',
    'feeTables[].until': '生效末日；未填则仍然有效。',
    accessories: '随设备发放且须归还的配件。',
    'accessories[].model': '设备机型。',
    'accessories[].items': '配件清单。',
    'accessories[].items[].name': '配件名称。',
    'accessories[].items[].count': '数量。',
    'accessories[].from': '生效首日。',
    'accessories[].until': '生效末日；未填则仍然有效。',
    notices: '收单机构自己的通知文字，取代本库的文字。',
    'notices[].template': '通知模板。',
    'notices[].locale': '语言。',
    'notices[].audience': '通知对象；未填则适用于未单列的对象。',
    'notices[].subject': '标题。',
    'notices[].body':
      '正文，可用本库文字的参数，如 `{terminal}`（见 `noticeValues`）。含未知参数的一行略去。',
    'notices[].from': '生效首日。',
    'notices[].until': '生效末日；未填则仍然有效。',
  },
}

export const settingsWords: Readonly<Record<Locale, SettingsWords>> = { en, 'zh-CN': zhCn }
