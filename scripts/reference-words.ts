import type { Locale } from '../src/domain/index.ts'
import { operationsWords } from './reference-operations-words.ts'
import type { ReferenceWords } from './reference-shape.ts'

const en: ReferenceWords = {
  title: 'Reference',
  about:
    'Every code of the library with its text, written by `scripts/reference.ts` from the tables that the machine decides by. Codes are stable; texts are not API.',
  sections: {
    events: {
      title: 'Events',
      about:
        'A *request* can be refused; a *report* states a fact and is always journalled, where it is not expected with an issue. *Second person*: compared with who made the thing decided on, or the same act proposed before by somebody else (`act.proposed`).',
    },
    blockers: {
      title: 'Blockers',
      about:
        'Why an event may be refused, or why something cannot end yet: whose turn it is, and the events that clear it.',
    },
    suspensions: {
      title: 'Reasons of a hold',
      about:
        'Defaults of a hold placed for this reason; the event may name others. Papers: what an enterprise files when it applies for reinstatement.',
    },
    closures: {
      title: 'Reasons of a closure',
      about:
        '*Urgent*: may be imposed before its notice has run. Papers: what an enterprise files when it applies.',
    },
    clocks: {
      title: 'Clocks',
      about:
        'A clock flags and enables; it never decides. Working days follow the calendar. Lengths are policy (`LifecyclePolicy`); without a length, the event names the date.',
    },
    orders: {
      title: 'Orders and operations',
      about:
        "What the machine orders from the acquirer's systems. Each order calls the operation of its own name with its own parameters, in path, query or body; `getResult` asks what became of one.",
    },
    ...operationsWords.en,
    notices: { title: 'Notices', about: "Templates; the acquirer's systems have their texts." },
    audiences: { title: 'Who is told', about: 'Audiences of a notice.' },
    tickets: { title: 'Tickets', about: 'What work is given to a department for.' },
    departments: { title: 'Departments', about: 'Who gets a ticket.' },
    documents: { title: 'Papers', about: 'Their fields: `documentSchemas` of `terminal-lifecycle/schemas`.' },
    choices: {
      title: 'Choices and kinds',
      about: 'Their words: `textOf(list, code, locale)`.',
    },
    errors: {
      title: 'Errors',
      about: 'What is thrown. A refusal by the machine is no error: it is an answer, with blockers.',
    },
    portfolio: {
      title: 'Columns of a portfolio',
      about:
        'What `readPortfolio` takes: CSV in UTF-8, UTF-16 or GB18030, parted by comma, semicolon, tab or `|`. A column that is not always needed may be left out or left empty.',
    },
    policy: {
      title: 'Policy',
      about:
        'What differs between acquirers and is frozen into each record when it is opened: `policyFrom` takes what differs from the default, `LifecyclePolicy` of `terminal-lifecycle/schemas` is the whole.',
    },
    duties: {
      title: 'Duties',
      about:
        "The default table of the policy's `duties`: what people of the provider may do with each of them. An event that stands nowhere is open to each of its people but an auditor.",
    },
    catalogues: {
      title: 'Catalogues',
      about:
        'What an acquirer publishes, dated and frozen in no record: `cataloguesFrom` reads it for `createRuntime({ catalogues })`.',
    },
    scenarios: {
      title: 'What goes wrong, by name',
      about: '`terminal-lifecycle/testing` plays these, by `fetch`, msw and over a port alike.',
    },
  },
  heads: {
    list: 'List',
    code: 'Code',
    meaning: 'Meaning',
    kind: 'Kind',
    who: 'Who',
    where: 'Where',
    second: 'Second person',
    owner: 'Whose turn',
    clearedBy: 'Cleared by',
    limits: 'Limits',
    release: 'Ends by',
    test: 'Device test',
    hidden: 'Hidden',
    needsText: 'Needs a text',
    urgent: 'Urgent',
    papers: 'Papers',
    length: 'Length',
    enables: 'Enables',
    starts: 'Started by',
    ends: 'Waits for',
    told: 'Who is told',
    ticket: 'Work for',
    params: 'Parameters',
    request: 'Request',
    refusals: 'Refusals',
    fix: 'What to do',
  },
  kinds: { request: 'request', report: 'report' },
  phases: { live: 'live', closing: 'closing', closed: 'closed' },
  seconds: { maker: 'not the maker', proposal: 'proposed before' },
  releases: {
    application: 'application',
    evidence: 'evidence',
    provider: 'provider',
    authority: "authority's order",
    none: 'provider, nothing to show',
  },
  tests: { none: '', smoke: 'smoke', full: 'full' },
  units: {
    years: (amount) => `${amount} years`,
    workingDays: (amount) => `${amount} working ${amount === 1 ? 'day' : 'days'}`,
    days: (amount) => `${amount} ${amount === 1 ? 'day' : 'days'}`,
    hours: (amount) => `${amount} hours`,
    minutes: (amount) => `${amount} minutes`,
  },
  yes: 'yes',
  comma: ', ',
  or: ' or ',
}

const zhCn: ReferenceWords = {
  title: '代码参考',
  about:
    '本库的全部代码及其文字，由 `scripts/reference.ts` 根据状态机自身所用的表生成。代码稳定不变；文字不属于接口。',
  sections: {
    events: {
      title: '事件',
      about:
        '*申请类*可被拒绝；*报告类*陈述事实，一律记录，不合时宜的另记问题。*复核人*：与经办人比对，或同一行为须先由另一人提出（`act.proposed`）。',
    },
    blockers: { title: '阻碍', about: '事件为何被拒绝，或某事为何尚不能了结：轮到谁，哪些事件可以解除。' },
    suspensions: {
      title: '停用原因',
      about: '以此原因设置停用措施时的默认值，事件可另行指定。材料：企业商户申请恢复时须提交的材料。',
    },
    closures: {
      title: '关闭原因',
      about: '*紧急*：通知期满前即可强制关闭。材料：企业商户申请关闭时须提交的材料。',
    },
    clocks: {
      title: '期限',
      about:
        '期限只提示、只许可，从不代为决定。工作日按日历计算。时长属于策略（`LifecyclePolicy`）；未列时长的由事件指定日期。',
    },
    orders: {
      title: '指令与操作',
      about:
        '状态机向收单机构系统下达的指令。每个指令调用同名操作，参数相同，置于路径、查询或正文；`getResult` 查询某一指令的结果。',
    },
    ...operationsWords['zh-CN'],
    notices: { title: '通知', about: '通知模板；正文由收单机构系统提供。' },
    audiences: { title: '通知对象', about: '通知发给谁。' },
    tickets: { title: '工单', about: '为何事交部门处理。' },
    departments: { title: '部门', about: '工单交给谁。' },
    documents: { title: '材料', about: '各字段见 `terminal-lifecycle/schemas` 的 `documentSchemas`。' },
    choices: { title: '选项和类别', about: '文字由 `textOf(list, code, locale)` 给出。' },
    errors: { title: '错误', about: '会抛出的错误。状态机的拒绝不是错误，而是带有阻碍的答复。' },
    portfolio: {
      title: '终端清单的列',
      about:
        '`readPortfolio` 可读取的列：UTF-8、UTF-16 或 GB18030 编码的 CSV，以逗号、分号、制表符或 `|` 分隔。非必填的列可以省略或留空。',
    },
    policy: {
      title: '策略',
      about:
        '各收单机构不同之处，开立时固定于记录：`policyFrom` 接受与默认值不同的部分，`terminal-lifecycle/schemas` 的 `LifecyclePolicy` 为其全部。',
    },
    duties: {
      title: '职责',
      about: '策略 `duties` 的默认表：支付机构人员凭各职责可办理的事件。未列出的事件除审计人员外人人可办。',
    },
    catalogues: {
      title: '目录',
      about:
        '收单机构发布的、带日期的内容，不固定于记录：`cataloguesFrom` 读取后用于 `createRuntime({ catalogues })`。',
    },
    scenarios: {
      title: '会出的差错，按名称',
      about: '由 `terminal-lifecycle/testing` 模拟，经 `fetch`、msw 或端口均可。',
    },
  },
  heads: {
    list: '列表',
    code: '代码',
    meaning: '含义',
    kind: '类别',
    who: '谁可提交',
    where: '阶段',
    second: '复核人',
    owner: '轮到谁',
    clearedBy: '由何解除',
    limits: '限制',
    release: '解除方式',
    test: '设备测试',
    hidden: '不公开',
    needsText: '须说明',
    urgent: '紧急',
    papers: '材料',
    length: '时长',
    enables: '许可',
    starts: '由此开始',
    ends: '等待事项',
    told: '告知对象',
    ticket: '交办部门',
    params: '参数',
    request: '请求',
    refusals: '拒绝代码',
    fix: '如何处理',
  },
  kinds: { request: '申请', report: '报告' },
  phases: { live: '存续', closing: '关闭中', closed: '已关闭' },
  seconds: { maker: '非经办人', proposal: '须先提出' },
  releases: {
    application: '申请',
    evidence: '证明',
    provider: '支付机构',
    authority: '有权机关文书',
    none: '支付机构，无须证明',
  },
  tests: { none: '', smoke: '简单测试', full: '完整测试' },
  units: {
    years: (amount) => `${amount} 年`,
    workingDays: (amount) => `${amount} 个工作日`,
    days: (amount) => `${amount} 天`,
    hours: (amount) => `${amount} 小时`,
    minutes: (amount) => `${amount} 分钟`,
  },
  yes: '是',
  comma: '、',
  or: '或',
}

export const referenceWords: Readonly<Record<Locale, ReferenceWords>> = { en, 'zh-CN': zhCn }
