import type { Drift, FaultKind } from '../mock/faults.ts'
import { hits, type Scenario, scenarioTable } from './scenario.ts'

const spoilt = (fault: FaultKind, en: string, chinese: string): Scenario => ({
  says: { en, 'zh-CN': chinese },
  faults: (about) => [{ ...fault, ...hits(about) }],
})

const drift = (how: Drift, words: string, chinese: string): Scenario =>
  spoilt({ kind: 'drift', how }, `The answer has ${words}.`, `应答${chinese}。`)

/** It is carried out, and the answer is no good. */
export const bodyScenarios = scenarioTable({
  'json-truncated': spoilt(
    { kind: 'truncate' },
    'Half of the JSON arrives, as if it were all.',
    'JSON 只到一半，却像是全部。',
  ),
  'empty-answer': spoilt({ kind: 'empty' }, '200 without a body.', '200，但没有内容。'),
  'html-answer': spoilt(
    { kind: 'html' },
    'A proxy answers 200 with a page of its own.',
    '代理以自己的网页应答 200。',
  ),
  'wrong-content-type': spoilt(
    { kind: 'mediaType' },
    'The right JSON as text/plain.',
    '正确的 JSON，却标为 text/plain。',
  ),
  'byte-order-mark': spoilt(
    { kind: 'byteOrderMark' },
    'A byte order mark before the JSON.',
    'JSON 前有字节序标记。',
  ),
  'gzip-broken': spoilt(
    { kind: 'brokenGzip' },
    'Said to be compressed, and is not.',
    '声称已压缩，实则没有。',
  ),
  'encodings-chained': spoilt({ kind: 'encodings' }, 'Compressed six times over.', '被层层压缩六次。'),
  'gzip-bomb': spoilt(
    { kind: 'bomb' },
    'Some kilobytes that unpack to 64 megabytes.',
    '几千字节，解开后有 64 兆。',
  ),
  'answer-oversize': spoilt(
    { kind: 'oversize' },
    'Longer than any client should read.',
    '比任何客户端应读的都长。',
  ),
  'new-field': drift('newField', 'a field that nobody knows', '多出无人认识的字段'),
  'new-enum-member': drift('newMember', 'a word that its list does not have', '出现列表之外的取值'),
  'missing-field': drift('missing', 'lost a field', '缺少一个字段'),
  'wrong-type': drift('wrongType', 'a field of another type', '有一个字段类型不对'),
  'null-field': drift('null', 'null where something has to be', '在必填处为 null'),
  'newer-server': {
    says: {
      en: 'The other side is of a newer version: fields and words that this one does not know.',
      'zh-CN': '对方版本更新：出现本版不认识的字段和取值。',
    },
    faults: (about) => [
      { kind: 'drift', how: 'newField', ...hits(about) },
      { kind: 'drift', how: 'newMember', ...hits(about) },
    ],
  },
  'older-server': {
    says: {
      en: 'The other side is of an older version: it does not know the path.',
      'zh-CN': '对方版本较旧：不认识该路径。',
    },
    faults: (about) => [{ kind: 'status', status: 404, ...hits(about) }],
  },
  'answer-about-another-item': spoilt(
    { kind: 'echo', other: 'item' },
    'The answer is about another item.',
    '应答说的是另一笔。',
  ),
  'answer-with-another-amount': spoilt(
    { kind: 'echo', other: 'amount' },
    'The answer names another amount.',
    '应答的金额不同。',
  ),
  'answer-in-another-currency': spoilt(
    { kind: 'echo', other: 'currency' },
    'The answer names another currency.',
    '应答的币种不同。',
  ),
})
