import { hits, type Scenario, type ScenarioAbout, scenarioTable } from './scenario.ts'

const answered = (status: number, words: string, chinese: string): Scenario => ({
  says: { en: `${status}: ${words}.`, 'zh-CN': `${status}：${chinese}。` },
  faults: (about) => [{ kind: 'status', status, ...hits(about) }],
})

const httpDate = (now: string, ms: number): string => new Date(Date.parse(now) + ms).toUTCString()

const throttled = (
  words: string,
  chinese: string,
  retryAfter: (now: string, about: ScenarioAbout) => string,
): Scenario => ({
  says: { en: `429, with ${words}.`, 'zh-CN': `429，${chinese}。` },
  faults: (about, now) => [
    {
      kind: 'status',
      status: 429,
      retryAfter: retryAfter(now, about),
      date: httpDate(now, 0),
      ...hits(about),
    },
  ],
})

const seconds = ({ ms = 30_000 }: ScenarioAbout): number => Math.ceil(ms / 1_000)

/** What is answered instead of carrying it out. */
export const statusScenarios = scenarioTable({
  'server-error': answered(500, 'something broke over there', '对方内部错误'),
  'bad-gateway': answered(502, 'a proxy has lost whoever is behind it', '代理失去后端'),
  'service-unavailable': answered(503, 'down for now', '暂不可用'),
  'gateway-timeout': answered(504, 'a proxy has waited for too long', '代理等待超时'),
  'throttled-for-seconds': throttled(
    'Retry-After in seconds',
    'Retry-After 为秒数',
    (_, about) => `${seconds(about)}`,
  ),
  'throttled-until-a-date': throttled('Retry-After as a date', 'Retry-After 为日期', (now, about) =>
    httpDate(now, seconds(about) * 1_000),
  ),
  'throttled-until-the-past': throttled(
    'Retry-After as a date that is past',
    'Retry-After 为已过去的日期',
    (now) => httpDate(now, -3_600_000),
  ),
  'throttled-with-garbage': throttled(
    'a Retry-After that nobody understands',
    'Retry-After 无法解读',
    () => 'soon, we hope',
  ),
  'throttled-for-ten-years': throttled(
    'Retry-After of ten years',
    'Retry-After 为十年',
    () => `${10 * 365 * 86_400}`,
  ),
  'request-timeout': answered(408, 'the request took too long to arrive', '请求到达过慢'),
  conflict: answered(409, 'the state over there is another one', '对方状态不同'),
  'too-early': answered(425, 'too early to be carried out safely', '为时过早'),
  'bad-request': answered(400, 'not understood', '请求无法理解'),
  unauthenticated: answered(401, 'the credentials are not accepted', '凭证不被接受'),
  forbidden: answered(403, 'not allowed', '不允许'),
  'not-found': answered(404, 'not there', '不存在'),
  gone: answered(410, 'there no longer', '已不存在'),
  unprocessable: answered(422, 'not valid', '内容无效'),
})
