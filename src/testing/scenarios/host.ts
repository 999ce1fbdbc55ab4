import { scenarioTable } from './scenario.ts'

const minutes = 60_000
const day = 86_400_000

const copies = 50

/** What goes wrong on one's own side: messages, clocks, stores, processes. */
export const hostScenarios = scenarioTable({
  'webhooks-reordered': {
    says: { en: 'Webhooks arrive in the reverse order.', 'zh-CN': 'Webhook 以相反的顺序到达。' },
    arrivals: (messages) => messages.toReversed(),
  },
  'webhooks-duplicated': {
    says: { en: 'Each webhook arrives fifty times.', 'zh-CN': '每条 Webhook 到达五十次。' },
    arrivals: (messages) => messages.flatMap((message) => Array.from({ length: copies }, () => message)),
  },
  'clock-ten-minutes-ahead': {
    says: { en: 'The clock is ten minutes fast.', 'zh-CN': '时钟快十分钟。' },
    clock: { wrongBy: 10 * minutes },
  },
  'clock-ten-minutes-behind': {
    says: { en: 'The clock is ten minutes slow.', 'zh-CN': '时钟慢十分钟。' },
    clock: { wrongBy: -10 * minutes },
  },
  'clock-jumps-a-day-ahead': {
    says: { en: 'The clock jumps a day ahead.', 'zh-CN': '时钟向前跳一天。' },
    clock: { jumpsBy: day },
  },
  'clock-jumps-a-day-back': {
    says: { en: 'The clock jumps a day back.', 'zh-CN': '时钟向后跳一天。' },
    clock: { jumpsBy: -day },
  },
  'time-goes-back': {
    says: { en: 'The clock goes back by a second.', 'zh-CN': '时钟倒退一秒。' },
    clock: { jumpsBy: -1_000 },
  },
  'daylight-saving-begins': {
    says: {
      en: 'A minute before an hour is left out, where clocks are changed.',
      'zh-CN': '实行夏令时之地，跳过一小时前的一分钟。',
    },
    clock: { from: '2026-03-29T00:59:00.000Z' },
  },
  'leap-day': {
    says: { en: 'A minute before the 29th of February.', 'zh-CN': '闰日前一分钟。' },
    clock: { from: '2028-02-28T15:59:00.000Z' },
  },
  'host-clock-ahead': {
    says: {
      en: "The other side's clock is ten minutes fast.",
      'zh-CN': '对方时钟快十分钟。',
    },
    faults: ({ ms = 10 * minutes, key, times = 'always' }) => [{ kind: 'skew', ms, key, times }],
  },
  'host-clock-behind': {
    says: {
      en: "The other side's clock is ten minutes slow.",
      'zh-CN': '对方时钟慢十分钟。',
    },
    faults: ({ ms = 10 * minutes, key, times = 'always' }) => [{ kind: 'skew', ms: -ms, key, times }],
  },
  'store-write-fails': {
    says: { en: 'Nothing is written, and the store says so.', 'zh-CN': '写入失败，存储如实报告。' },
    store: [{ call: 'commit', how: 'fails' }],
  },
  'store-write-unacknowledged': {
    says: {
      en: 'It is written, and the store says that it is not.',
      'zh-CN': '已写入，存储却报告失败。',
    },
    store: [{ call: 'commit', how: 'failsAfter' }],
  },
  'store-torn-write': {
    says: { en: 'A record is cut off and cannot be read.', 'zh-CN': '记录残缺，无法读取。' },
    store: [{ call: 'load', how: 'corrupt' }],
  },
  'store-stale-read': {
    says: { en: 'A read gives the record as it was before.', 'zh-CN': '读到的是旧记录。' },
    store: [{ call: 'load', how: 'stale' }],
  },
  'store-lock-lost': {
    says: {
      en: 'A lease runs out while the work is under way: another worker takes it too.',
      'zh-CN': '租约在工作途中失效，另一工作进程也领取了它。',
    },
    store: [{ call: 'claim', how: 'shortLease' }],
  },
  'disk-full': {
    says: { en: 'Nothing can be written for a while.', 'zh-CN': '一段时间内无法写入。' },
    store: [{ call: 'commit', how: 'fails', times: 10 }],
  },
  'two-workers-on-one-case': {
    says: {
      en: 'Two workers carry out the same order at the same time.',
      'zh-CN': '两个工作进程同时执行同一指令。',
    },
    store: [{ call: 'claim', how: 'shortLease', times: 5 }],
  },
  'crash-before-the-write': {
    says: { en: 'The process dies before it writes.', 'zh-CN': '进程在写入之前崩溃。' },
    store: [{ call: 'commit', how: 'dies' }],
  },
  'crash-after-the-write': {
    says: {
      en: 'The process dies when it has written, before anybody hears of it.',
      'zh-CN': '进程写入之后、答复之前崩溃。',
    },
    store: [{ call: 'commit', how: 'diesAfter' }],
  },
  'crash-after-the-effect': {
    says: {
      en: 'The process dies when the other side has acted, before it is written down.',
      'zh-CN': '对方已执行、尚未记录时进程崩溃。',
    },
    faults: ({ operation, key, times }) => [{ kind: 'hold', operation, key, times }],
  },
  'crash-in-recovery': {
    says: {
      en: 'The process dies, and once more while it recovers.',
      'zh-CN': '进程崩溃，恢复途中再次崩溃。',
    },
    store: [
      { call: 'commit', how: 'diesAfter' },
      { call: 'claim', how: 'diesAfter' },
    ],
  },
})
