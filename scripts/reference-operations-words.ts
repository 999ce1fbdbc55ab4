import type { Locale } from '../src/domain/index.ts'

type Sections = Readonly<
  Record<'payloads' | 'operations', { readonly title: string; readonly about: string }>
>

/** Headings of what goes into events and operations. */
export const operationsWords: Readonly<Record<Locale, Sections>> = {
  en: {
    payloads: {
      title: 'What an event carries',
      about:
        'Beside its `type`, in the notation of types: `?` may be left out, `[]` is a list, names such as `Reference` are schemas of `docs/open-api.json`. Choices are shortened after the sixth.',
    },
    operations: {
      title: 'Operations of portals and people',
      about:
        'Path parameters, query and body of each call in one object, and the codes of refusal that it has beside those that every call may have. Writes carry an `Idempotency-Key`.',
    },
  },
  'zh-CN': {
    payloads: {
      title: '事件内容',
      about:
        '除 `type` 之外的字段，用类型记法表示：`?` 可省略，`[]` 为列表，`Reference` 等名称是 `docs/open-api.json` 中的模式。选项超过六个时从略。',
    },
    operations: {
      title: '门户与人员调用的操作',
      about:
        '每次调用的路径参数、查询参数和正文合为一个对象；另列该操作特有的拒绝代码，各操作共有的不再重复。写操作须带 `Idempotency-Key`。',
    },
  },
}
