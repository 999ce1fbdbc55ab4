import type { CodeOf } from '../../profiles.ts'

export const preparation: Readonly<Record<CodeOf<'preparation'>, string>> = {
  NUMBERS_AT_HAND: '备好商户号、终端号、机身号和注册手机号。',
  VALID_LICENCE: '备好有效、清晰的营业执照。没有执照的个人，用身份证明。',
  WEIGH_THE_PAUSE: '停用一段时间起初不方便，用来改进服务，长远看是值得的。尽量选淡季。',
  SAY_FROM_WHEN_TO_WHEN: '写明从哪天停到哪天。结束日期可以先不定。',
  PAUSE_WITHIN_THE_LAW: '先看看本行业有没有不许停的规定。停用期间，也要照规矩办事。',
  FILE_WHERE_REQUIRED: '问一下停用要不要向主管部门备案。要的话先备案，留好备案号。',
  COPY_BEFORE_PAUSE: '停用前，先备份交易记录和报表。',
  TIME_TO_ALLOW_FOR_PAUSE: '提前申请，审批最长可能要{time}。',
  PROTECT_DATA_IN_PAUSE: '停用期间把设备锁好，存下来的数据要加密。',
  OTHER_WAY_TO_BE_PAID: '终端停了就收不了款。备好另一种收款方式，提前试一下。',
  DESCRIBE_THE_CAUSE: '申请只针对具体原因：发生了什么、从哪天开始、通知怎么说。',
  PROOF_OF_WHAT_WAS_DONE: '收齐已经解决的证明：付款凭证、维修记录、新执照、整改报告。',
  TIME_TO_ALLOW_FOR_RETURN: '审核最长约{time}，超过了就去催。',
  READ_THE_CONTRACT: '提出终止前，看清合同里关于费用、解约和退款的条款，看错一条就可能多花钱。',
  ASK_A_LAWYER: '条款看不懂，或涉及金额大，可以请律师讲清楚，并问问怎样稳妥地结束合作。',
  COPY_BEFORE_CLOSING: '关闭前备份交易、报表和小票，以后才查得到。没备份的就没了。',
  FINISH_OPEN_SALES: '申请前先把退款和预授权办完，没了结的会拖住整件事。',
  CHECKLIST_FOR_CLOSING: '手续比较多。先要一份清单，把资料备齐，办起来就快。',
  TIME_TO_ALLOW_FOR_CLOSING: '安排好这段时间怎么收款，注销审核最长可能要{time}。',
  PACK_ALL_ACCESSORIES: '电源、数据线、底座和SIM卡都要装上，寄出前拍照。',
}
