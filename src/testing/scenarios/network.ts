import { hits, type Scenario, scenarioTable } from './scenario.ts'

const threeDays = 72 * 3_600_000

/** The connection breaks when this share of the body has arrived. */
const resetAt = (percent: number): Scenario => ({
  says: {
    en: `The connection is reset when ${percent} % of the body have arrived.`,
    'zh-CN': `请求体到达 ${percent}% 时连接被重置。`,
  },
  faults: (about) => [{ kind: 'resetUpload', share: percent / 100, ...hits(about) }],
})

const redirect = (status: number): Scenario => ({
  says: {
    en: `${status} to another host.`,
    'zh-CN': `以 ${status} 重定向到另一台主机。`,
  },
  faults: (about) => [{ kind: 'redirect', status, location: 'https://elsewhere.example/v1', ...hits(about) }],
})

/** What happens to a request on its way, and to the connection. */
export const networkScenarios = scenarioTable({
  'request-dropped': {
    says: { en: 'The request never arrives.', 'zh-CN': '请求没有到达。' },
    faults: (about) => [{ kind: 'dropRequest', ...hits(about) }],
  },
  'reply-dropped-after-commit': {
    says: {
      en: 'It is carried out, and the connection breaks before the answer.',
      'zh-CN': '操作已执行，但在应答返回之前连接断开。',
    },
    faults: (about) => [{ kind: 'dropReply', ...hits(about) }],
  },
  'request-duplicated': {
    says: { en: 'The same request arrives twice.', 'zh-CN': '同一请求到达两次。' },
    faults: (about) => [{ kind: 'duplicate', ...hits(about) }],
  },
  'request-delayed': {
    says: {
      en: 'The request arrives later, by `ms`; up to 72 hours.',
      'zh-CN': '请求延迟 `ms` 毫秒后才到达，最长 72 小时。',
    },
    faults: (about) => [{ kind: 'delay', leg: 'request', ms: about.ms ?? threeDays, ...hits(about) }],
  },
  'reply-delayed': {
    says: {
      en: 'It is carried out at once, and answered later, by `ms`; up to 72 hours.',
      'zh-CN': '操作立即执行，应答延迟 `ms` 毫秒，最长 72 小时。',
    },
    faults: (about) => [{ kind: 'delay', ms: about.ms ?? threeDays, ...hits(about) }],
  },
  'reply-held': {
    says: {
      en: 'It is carried out, and not answered until the test lets go.',
      'zh-CN': '操作已执行，直到测试放行才应答。',
    },
    faults: (about) => [{ kind: 'hold', ...hits(about) }],
  },
  'answer-drips': {
    says: {
      en: 'The answer comes one byte a second.',
      'zh-CN': '应答每秒只来一个字节。',
    },
    faults: (about) => [{ kind: 'drip', ...hits(about) }],
  },
  'upload-reset-at-0': resetAt(0),
  'upload-reset-at-25': resetAt(25),
  'upload-reset-at-50': resetAt(50),
  'upload-reset-at-99': resetAt(99),
  'upload-reset-at-100': resetAt(100),
  'redirect-301': redirect(301),
  'redirect-302': redirect(302),
  'redirect-307': redirect(307),
  'redirect-308': redirect(308),
})
