import type { ErrorCode } from '../../error-codes.ts'
import type { RefusalText, StoreFixes } from '../en/errors.ts'

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
  STORE_FAILED: '请按 `failure` 处理。仅在 `retryable` 为真时原样重试。',
  REFUSED: '请按拒绝代码处理，列有阻碍的请先消除；原样重发仍会被拒绝。',
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
  BLOCKED: '有阻碍未消除。请逐项处理所列阻碍。',
  TIMER_UNKNOWN: '没有此项期限。无需处理。',
}

export const storeFixes: StoreFixes = {
  busy: '目前被其他程序占用。请稍后再试；若一直如此，请查明是谁占用。',
  unavailable: '它不存在，或者无法连接、无法写入。请检查路径或地址，然后再试。',
  full: '所在磁盘已满。请腾出空间，然后重新执行。',
  exists: '已有同名文件。请换一个名称。',
  occupied: '其中已有记录或材料。请指定一个空的位置；恢复绝不覆盖已有内容。',
  incomplete: '缺少它的 -wal 文件，最新写入的内容可能在其中。请把该文件放回原处，或使用备份。',
  damaged: '文件已无法读取。请保留该文件，并把备份恢复到一个空的位置。',
  foreign: '这不是本程序库的存储，未做任何改动。请指定正确的文件或数据库。',
  inconsistent: '要写入的内容与已存储的内容不衔接。请重新读取；若再次出现，请核对整个存储。',
  closed: '此前它已被关闭。请重新打开，并在最后一次使用之后再关闭。',
  papers: '无法查询所引用材料的内容。请确认材料存储工作正常，然后再试。',
  failed: '数据库拒绝，原因在此没有名称。请查看数据库自身的日志。',
}
