import type { Locale } from '../domain/index.ts'

/** Names of columns, in the order in which they stand; the names of the members are those of the views. */
const en = {
  journal: [
    'No.',
    'Time',
    'Role',
    'Person',
    'Organisation',
    'Event',
    'Name',
    'State before',
    'State after',
    'Command',
    'Orders',
    'Issues',
    'Previous hash',
    'Hash',
  ],
  money: [
    'Kind',
    'Reference',
    'About',
    'Amount (minor units)',
    'Open (minor units)',
    'Currency',
    'Status',
    'Time',
  ],
  devices: [
    'Serial number',
    'Model',
    'Role',
    'Owner',
    'Tenancy',
    'Custody',
    'Received',
    'Condition',
    'Drained up to',
    'Back-up up to',
    'Back-up verified',
    'Erasure',
    'Keys',
    'Binding',
    'Registry reference',
  ],
  papers: [
    'Document',
    'Type',
    'Name',
    'SHA-256',
    'Judgement',
    'Given notice of',
    'Replaces',
    'Bytes removed',
  ],
} as const

const zhCn: Headers = {
  journal: [
    '序号',
    '时间',
    '角色',
    '人员',
    '机构',
    '事件',
    '名称',
    '之前状态',
    '之后状态',
    '命令',
    '指令',
    '问题',
    '前一条哈希',
    '哈希',
  ],
  money: ['类别', '编号', '关于', '金额（最小货币单位）', '未结（最小货币单位）', '币种', '状态', '时间'],
  devices: [
    '机身号',
    '型号',
    '角色',
    '所有人',
    '使用情况',
    '保管',
    '收到',
    '状况',
    '交易上送至',
    '备份至',
    '备份已核验',
    '数据删除',
    '密钥',
    '绑定',
    '登记编号',
  ],
  papers: ['材料', '类型', '名称', 'SHA-256', '审核结论', '所通知事项', '取代', '内容销毁时间'],
}

/** A table of a dossier. */
export type DossierTable = 'journal' | 'money' | 'devices' | 'papers'
type Headers = Readonly<Record<DossierTable, readonly string[]>>

export const headersIn = (locale: Locale): Headers => (locale === 'en' ? en : zhCn)
