import { type Locale, textOf } from '../domain/index.ts'
import { describe } from '../errors/index.ts'
import type { Finding, FindingDetail, FindingDetails } from '../runtime/index.ts'

const zhCn: { readonly [Name in FindingDetail]: (values: FindingDetails[Name]) => string } = {
  LISTED_ALONE: () => '已列入清单，但没有其记录。',
  PURGED_AND_THERE: () => '已被销毁，但仍然存在。',
  RECORD_MISSING: () => '有日志，但没有由其得出的记录。',
  ENTRY_MISSING: ({ entry }) => `缺少第 ${entry} 条日志。`,
  ENTRY_UNLINKED: ({ entry }) => `第 ${entry} 条日志与前一条不相接。`,
  ENTRY_ALTERED: ({ entry }) => `第 ${entry} 条日志已被改动。`,
  MARK_MISSING: ({ entry }) => `缺少上次核对所至的第 ${entry} 条日志：现核对全部终端。`,
  HEAD_DIFFERS: () => '记录并非由最新一条日志得出。',
  ENTRIES_DIFFER: ({ version, entries }) => `第 ${version} 版有 ${entries} 条日志。`,
  RECORD_DIFFERS: () => '由日志得出的是另一份记录。',
  ORDERS_DIFFER: () => '待执行指令与记录不一致。',
  TIMERS_DIFFER: () => '期限与记录不一致。',
  WORK_LIST_DIFFERS: () => '待办清单与记录不一致。',
  TRIED_OFTEN: ({ order, orderId, attempts, last }) =>
    `${order} ${orderId} 已尝试 ${attempts} 次，最近一次${last === '' ? '没有结果' : `为 ${last}`}。`,
  LONG_PAST: ({ deadlineId, due }) => `${deadlineId} 应于 ${due} 届满。`,
  FAILED: ({ error, place }) =>
    `${error}${place === '' ? '' : `（${place}）`}：${describe(error, 'zh-CN').text}`,
  FAILED_ELSEWHERE: () => '因其他程序库的错误而失败。',
  NUMBER_TAKEN: () => '其终端号已归另一个终端所有。',
  ENTRY_UNREADABLE: ({ entry }) => `第 ${entry} 条日志无法读取，或不与任何一条相接。`,
  ENTRY_UNTOLD: ({ entry }) => `第 ${entry} 条日志与规则不符。`,
  NOT_THERE: () => '不存在。',
  CARRIED_OVER_DIFFERS: () => '迁移所得的是另一份记录。',
  OTHER_END: () => '其末条日志不同。',
  OTHER_RECORD: () => '其记录不同。',
}

const detailOf = ({ why, values, detail }: Finding, locale: Locale): string =>
  locale === 'en' ? detail : (zhCn[why] as (values: Finding['values']) => string)(values)

/** A finding for whoever reads it: its code, what that means, and more closely what was found. */
export const findingText = (finding: Finding, locale: Locale): string =>
  [finding.code, textOf('finding', finding.code, locale), detailOf(finding, locale)].join(' · ')
