import type { BackEndProblem, FindingCode } from '../../back-end-codes.ts'

export const problems: Readonly<Record<BackEndProblem, string>> = {
  STALE_VERSION: '记录在读取之后已有变更。请重新读取后再作决定。',
  VALIDATION_FAILED: '部分内容填写不符合要求。请更正所列字段。',
  UNAUTHENTICATED: '尚未登录。请先登录。',
  NOT_FOUND: '未找到所请求的内容。请核对编号。',
  METHOD_NOT_ALLOWED: '此地址不支持该操作。请按接口约定的方法调用。',
  BODY_TOO_LARGE: '请求内容过大。请精简内容，或逐个上传资料。',
  MEDIA_TYPE_NOT_SUPPORTED: '不支持此内容类型。请发送 JSON。',
  IDEMPOTENCY_KEY_MISSING: '请求缺少幂等键。每次写入都须携带。',
  IDEMPOTENCY_KEY_REUSED: '该幂等键已用于另一请求。请换用新的。',
  NOT_IMPLEMENTED: '该收单机构未提供此操作。请另询办理方式。',
  INTERNAL: '系统内部出错。请将追踪编号告知运维人员。',
  LIFECYCLE_UNKNOWN: '没有此编号的终端档案。请核对编号，或先建档。',
  LIFECYCLE_EXISTS: '此编号的终端档案已存在。请换用其他编号。',
  TERMINAL_NUMBER_IN_USE: '该终端号已有未结束的档案。请先办结原档案。',
  TERMINAL_NUMBER_IN_QUARANTINE: '该终端号原属其他商户，仍在停用隔离期内。请待隔离期满，或由两人复核决定。',
  COMMAND_ID_REUSED: '该指令编号已用于另一指令。请换用新的。',
  CURSOR_UNKNOWN: '无法从此处继续读取。请使用曾返回给您的游标，或从头开始读取。',
  RESERVED: '此类编号由系统保留。请换用其他编号。',
  PACED: '短时间内同类指令过多。稍后继续执行。',
  TIMED_OUT: '未按时收到应答。将以同一幂等键重试。',
  STOPPED: '执行程序已停止。将以同一幂等键重试。',
  NOT_ENDED: '应答未能结束该指令。将以同一幂等键重试。',
}

export const findings: Readonly<Record<FindingCode, string>> = {
  UNREADABLE: '存储内容无法读取。请用副本恢复。',
  INVARIANT_VIOLATED: '记录自相矛盾。请勿据此办理。',
  CHAIN_BROKEN: '流水缺失或被改动。请与副本核对。',
  FOLD_DIFFERS: '流水与现存记录不一致。请勿据此办理。',
  WORK_DIFFERS: '指令或期限与记录不一致。请勿启动执行程序。',
  ORDER_STUCK: '某项指令已多次尝试。请派人联系对方处理。',
  DEADLINE_OVERDUE: '期限早已届满但未触发。请确认执行程序是否在运行。',
}
