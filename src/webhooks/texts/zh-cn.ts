import type { FaultText, WebhookFaultCode } from '../faults.ts'

export const faultTextsZhCn: Readonly<Record<WebhookFaultCode, FaultText>> = {
  WEBHOOK_BODY_ALREADY_PARSED: {
    text: '正文在验签之前已被解析，签名所对应的原始字节已经丢失。',
    fix: "请传入原始字节或文本。Express：在该路由上、express.json() 之前使用 express.raw({ type: '*/*', limit: '256kb' })。Fastify：使用 parseAs 'buffer' 的内容解析器。NestJS：设置 rawBody: true 并取 request.rawBody。Next.js pages：关闭 api.bodyParser。Next.js 路由、Hono、Workers：使用 await request.text()。",
  },
  WEBHOOK_BODY_TOO_LARGE: {
    text: '正文超过 256 kB。',
    fix: '发送方应发送引用，而不是内容本身。',
  },
  WEBHOOK_HEADER_MISSING: {
    text: '缺少 webhook-id、webhook-timestamp、webhook-signature 三个标头之一。',
    fix: '请确认发送方遵循 Standard Webhooks，且代理没有删除这些标头。',
  },
  WEBHOOK_HEADER_REPEATED: {
    text: '某个 webhook 标头出现了不止一次。',
    fix: '请检查是否有代理添加标头；发送方每个标头只发送一次。',
  },
  WEBHOOK_HEADER_TOO_LONG: {
    text: 'webhook 标头超过 4 kB，或签名超过十个。',
    fix: '发送方应停用旧密钥，只用现行密钥签名。',
  },
  WEBHOOK_ID_MALFORMED: {
    text: '消息编号含有不允许的字符，或超过 200 个字符。',
    fix: '发送方应使用字母、数字、下划线、冒号和连字符为消息编号。',
  },
  WEBHOOK_TIMESTAMP_MALFORMED: {
    text: '发送时间不是十位数字。',
    fix: '发送方应使用 ASCII 数字，写出自 1970 年起的整秒数。',
  },
  WEBHOOK_TOO_OLD: {
    text: '该次发送的签名时间过早。',
    fix: '请核对双方时钟。发送方每次重发都应重新签名。已存档的消息请用 verifyArchived 验签。',
  },
  WEBHOOK_TOO_NEW: {
    text: '该次发送的签名时间在未来。',
    fix: '请核对双方时钟。',
  },
  WEBHOOK_SIGNATURE_MALFORMED: {
    text: '签名标头不是签名列表。',
    fix: '请确认发送方遵循 Standard Webhooks，且代理没有合并或改动标头。',
  },
  WEBHOOK_SIGNATURE_WRONG: {
    text: '在所设密钥下，没有一个签名与该消息相符。',
    fix: '请核对双方密钥，并确保正文按收到的原样传入。',
  },
  WEBHOOK_BODY_NOT_JSON: {
    text: '签名有效，但正文不是无重复成员的 UTF-8 JSON。',
    fix: '发送方应更正所发送的内容。',
  },
  WEBHOOK_EVENT_INVALID: {
    text: '签名有效，但正文与其事件类型不符。',
    fix: '请将 `issues` 中所列位置告知发送方；原样重发仍会被拒绝。',
  },
  WEBHOOK_REPLAYS_UNREACHABLE: {
    text: '无法查明该消息是否已经收到过。',
    fix: '请检查重放记录的存储；发送方会重试。',
  },
  WEBHOOK_LIFE_UNKNOWN: {
    text: '接收方没有该事件所指的终端。',
    fix: '请核对编号。如事件早于终端建档到达，一天之内重发即可受理。',
  },
  WEBHOOK_EVENT_REFUSED: {
    text: '终端记录目前不受理该事件。',
    fix: '请查看 `blockers`。如事件早于其所依赖的另一事件到达，一天之内重发即可受理。',
  },
  WEBHOOK_ID_REUSED: {
    text: '此前已有另一条消息使用该编号。',
    fix: '发送方应为每条消息使用各自的编号；多个发送方共用一个运行时时，每个收件箱须设置 `source`。',
  },
  WEBHOOK_NOT_STORED: {
    text: '记录无法读取或写入。',
    fix: '请查看 `onFailure` 所得信息；发送方会重试。',
  },
  WEBHOOK_READ_BEHIND: {
    text: '读到的案件早于该消息所告知的变更。',
    fix: '无需处理：发送方会重试，届时所读的副本已经更新。',
  },
}
