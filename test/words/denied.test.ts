import { expect, test } from 'vitest'
import { textsIn } from '../../src/domain/index.ts'
import { guidanceEn } from '../../src/guidance/texts/en.ts'
import { guidanceZhCn } from '../../src/guidance/texts/zh-cn.ts'
import { lettersEn } from '../../src/letters/texts/en.ts'
import { lettersZhCn } from '../../src/letters/texts/zh-cn.ts'
import { issueTextsEn } from '../../src/schemas/forms/texts-en.ts'
import { issueTextsZhCn } from '../../src/schemas/forms/texts-zh-cn.ts'
import { fieldsEn } from '../../src/words/fields/en.ts'
import { fieldsZhCn } from '../../src/words/fields/zh-cn.ts'
import { noticesEn } from '../../src/words/texts/en.ts'
import { noticesZhCn } from '../../src/words/texts/zh-cn.ts'

/** Every text with the way to it. */
const texts = (tree: unknown, path = ''): readonly (readonly [path: string, text: string])[] => {
  if (typeof tree === 'string') return [[path, tree]]
  return Object.entries(tree ?? {}).flatMap(([key, inner]) => texts(inner, `${path}/${key}`))
}

const both = [
  ['notices', noticesEn, noticesZhCn],
  ['texts', textsIn('en'), textsIn('zh-CN')],
  ['guidance', guidanceEn, guidanceZhCn],
  ['letters', lettersEn, lettersZhCn],
  ['issues', issueTextsEn, issueTextsZhCn],
  ['fields', fieldsEn, fieldsZhCn],
] as const

const denies = /\b(?:not|no|never|nobody|nothing|none|without|cannot|neither|nor)\b/i
const deniesInChinese = /[不未没无非勿免别]/

/** Read one by one: Chinese says the same without a word that denies, as stopped for not tried. */
const saidOtherwise: ReadonlySet<string> = new Set([
  ...['service_suspended/3', 'terminal_restricted/3', 'work_planned/1', 'appeal_upheld/0'].map(
    (one) => `notices/merchant/${one}`,
  ),
  ...[
    'blocker/PROCEDURE_NOT_IN_FORCE',
    'blocker/ORDER_PARKED',
    'event/order.parked',
    'error/STORE_FAILED',
  ].map((one) => `texts/${one}`),
  ...['FUNDS_ISSUE', 'COMPLIANCE_ISSUE'].map((one) => `texts/suspensionReason/${one}`),
  ...['IDEMPOTENCY_KEY_MISSING', 'DOCUMENT_PURGED', 'CONTENT_ENCRYPTED'].map((one) => `texts/problem/${one}`),
  ...['items/preparation/DESCRIBE_THE_CAUSE', 'items/prevention/ANNOUNCE_CHANGES', 'kinds/prevention'].map(
    (one) => `guidance/${one}`,
  ),
  'guidance/items/prevention/NOTE_END_OF_CONTRACT',
  'guidance/items/step/RETURN_WHAT_IS_NOT_YOURS',
  ...['headings/appeal', 'labels/restricts', 'labels/noticeUntil'].map((one) => `letters/${one}`),
])

test.each(both)('what is denied in English is denied in Chinese too: %s', (room, en, zhCn) => {
  const inChinese = new Map(texts(zhCn))
  const denied = texts(en).filter(
    ([path, text]) => !/\/(?:when|alsoCalled\/\d+)$/.test(path) && denies.test(text),
  )
  expect(denied.length).toBeGreaterThan(2)
  const turned = denied
    .filter(([path]) => !deniesInChinese.test(inChinese.get(path) ?? ''))
    .map(([path]) => `${room}${path}`)
  expect(turned.sort()).toEqual([...saidOtherwise].filter((path) => path.startsWith(`${room}/`)).sort())
})
