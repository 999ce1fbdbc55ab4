import type { Locale } from '../src/domain/index.ts'
import type { Process } from '../src/guidance/index.ts'

export interface LookupsWords {
  readonly glossary: {
    readonly title: string
    readonly about: string
    readonly heads: readonly [string, string, string, string]
    readonly processes: Readonly<Record<Process | 'all', string>>
  }
  readonly policy: {
    readonly title: string
    readonly about: string
    readonly clocks: string
    readonly aboutClocks: string
    readonly units: string
    readonly heads: readonly [string, string, string]
  }
}

const en: LookupsWords = {
  glossary: {
    title: 'Glossary',
    about:
      'The words of this trade as the library uses them, with what else people call the same thing, in English and in Chinese. The same word may mean something else in another process: `meaningsOf(word, guidanceEn, process)` of `terminal-lifecycle/guidance` tells which. Written by `scripts/lookups.ts`.',
    heads: ['Term', '中文', 'Also called', 'Meaning'],
    processes: {
      all: 'Everywhere',
      suspension: 'Suspension',
      reinstatement: 'Reinstatement',
      closure: 'Closure',
      replacement: 'Replacement',
    },
  },
  policy: {
    title: 'Policy',
    about:
      'What differs between acquirers. `policyFrom({ … })` of `terminal-lifecycle/schemas` makes a policy of what differs from the defaults, and refuses a key that it does not know; `createRuntime({ policy })` uses it for records that are opened from then on. A record keeps the policy that it was opened with. Written by `scripts/lookups.ts` from the schema.',
    clocks: 'Lengths of clocks',
    aboutClocks:
      "The key `clocks` names them one by one: `policyFrom({ clocks: { noticeDue: { amount: 3, unit: 'workingDays' } } })`. What each starts and ends with stands in [the reference](../reference.md#clocks), what a clock may do in [Clocks](clocks.md).",
    units:
      'Units of a length: `minutes`, `hours`, `days`, `workingDays`, `years`. Which duty each event asks for by default: [duties](../reference.md#duties). Procedures, fees and accessories are [catalogues](../reference.md#catalogues).',
    heads: ['Key', 'Meaning', 'Default'],
  },
}

const zhCn: LookupsWords = {
  glossary: {
    title: '术语',
    about:
      '本行业的用词：本库怎样称呼，别人还怎样称呼，中英对照。同一个词在不同流程中意思可能不同：`terminal-lifecycle/guidance` 的 `meaningsOf(word, guidanceZhCn, process)` 给出其中的意思。由 `scripts/lookups.ts` 生成。',
    heads: ['术语', 'English', '又称', '含义'],
    processes: {
      all: '各处通用',
      suspension: '停用',
      reinstatement: '解除停用',
      closure: '关闭',
      replacement: '更换',
    },
  },
  policy: {
    title: '策略',
    about:
      '各收单机构不同之处。`terminal-lifecycle/schemas` 的 `policyFrom({ … })` 由与默认值的差别生成策略，不认识的键一律拒绝；`createRuntime({ policy })` 用于此后开立的记录。记录保持开立时的策略。由 `scripts/lookups.ts` 从模式生成。',
    clocks: '期限的长度',
    aboutClocks:
      "键 `clocks` 逐一指明：`policyFrom({ clocks: { noticeDue: { amount: 3, unit: 'workingDays' } } })`。各由何开始、由何结束见[参考](../reference.zh-CN.md#期限)，期限能做什么见[期限](clocks.zh-CN.md)。",
    units:
      '长度的单位：`minutes`、`hours`、`days`、`workingDays`、`years`。各事件默认要求的职责见[职责](../reference.zh-CN.md#职责)；办理流程、收费、配件是[目录](../reference.zh-CN.md#目录)。',
    heads: ['键', '含义', '默认值'],
  },
}

export const lookupsWords: Readonly<Record<Locale, LookupsWords>> = { en, 'zh-CN': zhCn }
