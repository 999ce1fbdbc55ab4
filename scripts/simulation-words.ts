import type { Locale } from '../src/domain/index.ts'
import type { FaultName } from '../test/simulate/engine/faults.ts'

/** What stands around the figures of the simulation. */
export const simulationWords = {
  en: {
    heads: { figures: ['The last long run', ''], faults: ['Fault', 'What happens', 'Times'] },
    breakHead: ['Built into the library, and found'],
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
    heads: { figures: ['最近一次长跑', ''], faults: ['故障', '发生了什么', '次数'] },
    breakHead: ['人为植入库中、均被发现的错误'],
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

type Words = Readonly<Record<Locale, string>>
const said = (en: string, zhCn: string): Words => ({ en, 'zh-CN': zhCn })

const replyLost = said('its reply is lost', '其回复丢失')
const slow = said('its answer takes longer than anybody waits', '回答慢到无人再等')
const malformed = said('its answer is no answer', '回答无法识别')
const gateway = said('a gateway answers in its stead', '网关代为回答')

/** Each fault, for readers. */
export const faultWords: Readonly<Record<FaultName, Words>> = {
  crashBeforeCommit: said('a worker dies before its commit', '工作进程在提交之前崩溃'),
  crashAfterCommit: said('a worker dies after its commit, unheard', '工作进程提交之后、未及确认即崩溃'),
  crashElsewhere: said('a worker dies at any other await', '工作进程在其他任意等待处崩溃'),
  frozenBeyondLease: said('a worker stands still for longer than its lease', '工作进程停顿超过租约'),
  clockAhead: said('a clock is up to ten minutes ahead', '时钟最多快十分钟'),
  clockBehind: said('a clock is up to ten minutes behind', '时钟最多慢十分钟'),
  clockJumpAhead: said('a clock jumps ahead, by up to a day', '时钟向前跳，最多一天'),
  clockJumpBack: said('a clock jumps back, by up to a day', '时钟向后跳，最多一天'),
  storeBusy: said('the store is busy', '存储繁忙'),
  storeFull: said('the disk is full', '磁盘已满'),
  storeUnavailable: said('the store cannot be reached', '存储不可达'),
  tornAcknowledge: said('it is committed, and told as failed', '已提交却报告失败'),
  hintLost: said('a worker does not hear that another one committed', '工作进程没有得知别人已提交'),
  portalRequestLost: said('a request to the portal side is lost', '发往门户侧的请求丢失'),
  portalReplyLost: replyLost,
  portalRepeated: said('it arrives twice', '请求到达两次'),
  portalDelayed: said('it arrives up to hours later, behind others', '请求最多晚到数小时，排在别的请求之后'),
  portalSlow: slow,
  portalMalformed: malformed,
  portalGateway: gateway,
  uploadCut: said('the upload of a paper is cut', '材料上传中断'),
  systemsRequestLost: said('an order to the systems is lost', '发往系统的指令丢失'),
  systemsReplyLost: replyLost,
  systemsRepeated: said('it arrives twice', '指令到达两次'),
  systemsDelayed: said('it arrives up to hours later', '指令最多晚到数小时'),
  systemsSlow: slow,
  systemsMalformed: malformed,
  systemsAboutAnother: said("its answer is about somebody else's terminal", '回答说的是别人的终端'),
  systemsGateway: gateway,
  systemsThrottled: said('too many requests', '请求过多'),
  resultUnknown: said('the systems do not say what became of it yet', '系统暂不说明结果'),
  refusedForGood: said('the systems refuse for good', '系统明确拒绝'),
  pretendsDone: said('the systems say done, and nothing was done', '系统称已完成，实际未做'),
  lateOpposite: said('the bank says no, pays, and says so later', '银行先称失败，却付了款，事后才说明'),
  keyForgotten: said('the systems have forgotten a key after a day', '一天后系统忘记了幂等键'),
  deliveryLost: said('a webhook is lost', 'webhook 丢失'),
  deliveryReplyLost: said('its acknowledgement is lost', '其确认丢失'),
  deliveryTwice: said('it is delivered twice', '投递两次'),
  deliveryLate: said('it arrives up to an hour late, behind others', '最多晚到一小时，排在别的投递之后'),
  receiverFails: said('its receiver fails', '接收方出错'),
  receiverBusy: said('its receiver is busy', '接收方繁忙'),
  messageLost: said('a message of the host is lost', '主机消息丢失'),
  messageTwice: said('it comes twice', '消息来两次'),
  messageLate: said('it comes an hour late', '消息晚到一小时'),
  messageReplyLost: said('the host does not hear that it was taken', '主机没有得知已收下'),
  pressedTwice: said('somebody presses twice', '有人按了两次'),
  wrongAct: said('somebody does something that is often wrong', '有人做了常常不对的事'),
}

/** The faults that are built in, in Chinese; in English they are their names. */
export const breakWords: Readonly<Record<string, string>> = {
  'the idempotency key is dropped': '幂等键被丢弃',
  'a lease is ignored': '无视租约',
  'it is acknowledged before it is committed': '提交之前先确认',
  'a clock is lost when its worker crashes': '工作进程崩溃后期限丢失',
  'a message is told anew each time it comes': '消息每来一次就重新处理',
  'what was refused for good is asked again': '明确拒绝之后再次请求',
  'an order is repeated without asking what became of it': '指令未查明结果就重复',
  'a lost write is told as refused': '丢失的写入被说成被拒绝',
  'versions are not compared': '不比较版本',
  'a hidden hold is told': '保密的停用措施被说出',
  'a hidden hold stands in the journal of its merchant': '保密的停用措施出现在商户的日志里',
  'a hidden hold stands in refusals': '保密的停用措施出现在拒绝理由里',
  'a delivery is settled before it is sent': '投递尚未发出即视为完成',
}
