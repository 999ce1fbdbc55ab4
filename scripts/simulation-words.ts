import type { Locale } from '../src/domain/index.ts'
import type { FaultName } from '../test/simulate/engine/faults.ts'

/** What stands around the figures of the simulation. */
export const simulationWords = {
  en: {
    heads: { figures: '| The last long run | |', faults: '| Fault | What happens | Times |' },
    breakHead: '| Built into the library, and found |',
    rows: {
      seeds: 'seeds',
      seconds: 'seconds of CPU',
      rate: 'seeds a second',
      steps: 'steps of the scheduler',
      acts: 'acts of people',
      commits: 'commits',
      broken: 'properties broken',
    },
  },
  'zh-CN': {
    heads: { figures: '| 最近一次长跑 | |', faults: '| 故障 | 发生了什么 | 次数 |' },
    breakHead: '| 人为植入库中、均被发现的错误 |',
    rows: {
      seeds: '种子数',
      seconds: 'CPU 秒数',
      rate: '每秒种子数',
      steps: '调度步数',
      acts: '人的操作',
      commits: '提交次数',
      broken: '被破坏的性质',
    },
  },
} as const satisfies Record<Locale, object>

/** Each fault, for readers. */
export const faultWords: Readonly<Record<FaultName, Readonly<Record<Locale, string>>>> = {
  crashBeforeCommit: { en: 'a worker dies before its commit', 'zh-CN': '工作进程在提交之前崩溃' },
  crashAfterCommit: {
    en: 'a worker dies after its commit, unheard',
    'zh-CN': '工作进程提交之后、未及确认即崩溃',
  },
  crashElsewhere: { en: 'a worker dies at any other await', 'zh-CN': '工作进程在其他任意等待处崩溃' },
  frozenBeyondLease: {
    en: 'a worker stands still for longer than its lease',
    'zh-CN': '工作进程停顿超过租约',
  },
  clockAhead: { en: 'a clock is up to ten minutes ahead', 'zh-CN': '时钟快至多十分钟' },
  clockBehind: { en: 'a clock is up to ten minutes behind', 'zh-CN': '时钟慢至多十分钟' },
  clockJump: {
    en: 'a clock jumps, by a day ahead or forty minutes back',
    'zh-CN': '时钟跳变：快一天或慢四十分钟',
  },
  storeBusy: { en: 'the store is busy', 'zh-CN': '存储繁忙' },
  storeFull: { en: 'the disk is full', 'zh-CN': '磁盘已满' },
  storeUnavailable: { en: 'the store cannot be reached', 'zh-CN': '存储不可达' },
  tornAcknowledge: { en: 'it is committed, and told as failed', 'zh-CN': '已提交却报告失败' },
  hintLost: {
    en: 'a worker does not hear that another one committed',
    'zh-CN': '工作进程没有听到别人的提交',
  },
  portalRequestLost: { en: 'a request to the portal side is lost', 'zh-CN': '发往门户侧的请求丢失' },
  portalReplyLost: { en: 'its reply is lost', 'zh-CN': '其回复丢失' },
  portalRepeated: { en: 'it arrives twice', 'zh-CN': '请求到达两次' },
  portalDelayed: {
    en: 'it arrives up to hours later, behind others',
    'zh-CN': '请求晚到数小时，落在别人之后',
  },
  portalSlow: { en: 'its answer takes longer than anybody waits', 'zh-CN': '回答慢于任何人的等待' },
  portalMalformed: { en: 'its answer is no answer', 'zh-CN': '回答不成回答' },
  portalGateway: { en: 'a gateway answers in its stead', 'zh-CN': '网关代为回答' },
  uploadCut: { en: 'the upload of a paper is cut', 'zh-CN': '材料上传中断' },
  systemsRequestLost: { en: 'an order to the systems is lost', 'zh-CN': '发往系统的指令丢失' },
  systemsReplyLost: { en: 'its reply is lost', 'zh-CN': '其回复丢失' },
  systemsRepeated: { en: 'it arrives twice', 'zh-CN': '指令到达两次' },
  systemsDelayed: { en: 'it arrives up to hours later', 'zh-CN': '指令晚到数小时' },
  systemsSlow: { en: 'its answer takes longer than anybody waits', 'zh-CN': '回答慢于任何人的等待' },
  systemsMalformed: { en: 'its answer is no answer', 'zh-CN': '回答不成回答' },
  systemsGateway: { en: 'a gateway answers in its stead', 'zh-CN': '网关代为回答' },
  systemsThrottled: { en: 'too many requests', 'zh-CN': '请求过多' },
  resultUnknown: { en: 'the systems do not say what became of it yet', 'zh-CN': '系统暂不说明结果' },
  refusedForGood: { en: 'the systems refuse for good', 'zh-CN': '系统明确拒绝' },
  pretendsDone: { en: 'the systems say done, and nothing was done', 'zh-CN': '系统称已完成，实际未做' },
  lateOpposite: {
    en: 'the bank says no, pays, and says so later',
    'zh-CN': '银行先说不行、却已付款，事后才说明',
  },
  keyForgotten: { en: 'the systems have forgotten a key after a day', 'zh-CN': '一天后系统忘记了幂等键' },
  deliveryLost: { en: 'a webhook is lost', 'zh-CN': 'webhook 丢失' },
  deliveryReplyLost: { en: 'its acknowledgement is lost', 'zh-CN': '其确认丢失' },
  deliveryTwice: { en: 'it is delivered twice', 'zh-CN': '投递两次' },
  receiverFails: { en: 'its receiver fails', 'zh-CN': '接收方出错' },
  receiverBusy: { en: 'its receiver is busy', 'zh-CN': '接收方繁忙' },
  messageTwice: { en: 'a message of the host comes twice', 'zh-CN': '主机消息来两次' },
  messageLate: { en: 'it comes an hour late', 'zh-CN': '消息晚到一小时' },
  messageReplyLost: { en: 'the host does not hear that it was taken', 'zh-CN': '主机没有听到已收下' },
  pressedTwice: { en: 'somebody presses twice', 'zh-CN': '有人按了两次' },
  wrongAct: { en: 'somebody does something that is often wrong', 'zh-CN': '有人做了常常不对的事' },
}

/** The faults that are built in, in Chinese; in English they are their names. */
export const breakWords: Readonly<Record<string, string>> = {
  'the idempotency key is dropped': '幂等键被丢弃',
  'a lease is ignored': '无视租约',
  'it is acknowledged before it is committed': '提交之前先确认',
  'a clock is lost when its worker crashes': '工作进程崩溃后时钟丢失',
  'a message is told anew each time it comes': '消息每来一次就重新处理',
  'what was refused for good is asked again': '明确拒绝之后再次询问',
  'an order is repeated without asking what became of it': '指令未核对结果即重复',
  'a lost write is told as refused': '丢失的写入被说成被拒绝',
  'a delivery is settled before it is sent': '投递尚未送达即视为完成',
}
