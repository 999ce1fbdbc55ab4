import type { ErrorCode } from '../../error-codes.ts'
import type { RefusalText } from '../en/errors.ts'

export const errors: Readonly<Record<ErrorCode | 'UNEXPECTED', string>> = {
  INVALID_INPUT: '输入内容无效。',
  FORBIDDEN_FIELD: '输入中含有密码、密钥或卡片信息字段。',
  INVARIANT_VIOLATED: '记录自相矛盾。',
  FUTURE_VERSION: '记录由更新版本的程序库写入。',
  MISSING_MIGRATION: '记录格式过旧，无法转换。',
  CORRUPT_RECORD: '存储的记录已损坏。',
  VERSION_CONFLICT: '记录已被他人修改。',
  STORE_FAILED: '存储读写失败。',
  REFUSED: '对方拒绝办理。',
  SERVICE_ANSWER_REFUSED: '服务返回的内容无法采纳。',
  SERVICE_FAILED: '服务不能正常工作。',
  PLUGGED_IN_FAILED: '接入的组件出错。',
  CONNECTION_FAILED: '无法连接对方。',
  REQUEST_TIMEOUT: '对方未在规定时间内答复。',
  OUTCOME_UNKNOWN: '不能确定请求是否已生效。',
  HTTP_ERROR: '对方返回错误。',
  PROTOCOL_ERROR: '无法识别对方的答复。',
  UNTRUSTED_ENDPOINT: '地址不可信。',
  UNEXPECTED: '发生意外错误。',
}

export const fixes: Readonly<Record<ErrorCode | 'UNEXPECTED', string>> = {
  INVALID_INPUT: '请按所列位置更正后重试。',
  FORBIDDEN_FIELD: '请删除该字段。身份认证由连接完成，卡片信息一律不得传送。',
  INVARIANT_VIOLATED: '请勿保存该记录，并将不变式名称和日志报告给维护者。',
  FUTURE_VERSION: '请升级程序库后重新读取。',
  MISSING_MIGRATION: '请用仍支持该格式的版本迁移记录。',
  CORRUPT_RECORD: '请用日志或备份恢复记录。',
  VERSION_CONFLICT: '请重新读取记录后再决定。',
  STORE_FAILED:
    '请看 `failure`。`incomplete`：取回它的 WAL，或使用备份。`exists`：换一个文件名。`occupied`：改用空的存储。仅在可重试时重试。',
  REFUSED: '请按拒绝代码处理，列有障碍的请先消除；原样重发仍会被拒绝。',
  SERVICE_ANSWER_REFUSED: '请更正该指令的服务所返回的内容；系统将以同一幂等键再次查询。',
  SERVICE_FAILED: '请检查其后的系统；其指令会自动重试。',
  PLUGGED_IN_FAILED: '请检查该组件，`frames` 指出出错之处；此处不保留其错误信息，请在组件内自行记录。',
  CONNECTION_FAILED: '请检查地址、网络和证书，再用同一幂等键重发。',
  REQUEST_TIMEOUT: '请用同一幂等键重发，或延长等待时间。',
  OUTCOME_UNKNOWN: '请用同一幂等键查询结果，切勿换键重发。',
  HTTP_ERROR: '请查看状态码和问题说明；401 请检查凭据；仅在可重试时重发。',
  PROTOCOL_ERROR: '请检查对方的地址和版本；所列位置指出差异之处。',
  UNTRUSTED_ENDPOINT: '请使用允许的 https 地址。',
  UNEXPECTED: '请将发生时间告知支付机构。',
}

export const refusals: Readonly<Record<RefusalText, string>> = {
  BLOCKED: '有障碍未消除。请逐项处理所列障碍。',
  TIMER_UNKNOWN: '没有此项期限。无需处理。',
}
