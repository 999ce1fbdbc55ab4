import { serial } from '../case/openings.ts'
import { paper } from './papers.ts'
import { approve, closureApproved, closureRequested, inTurn } from './parts.ts'
import type { Stories } from './story.ts'

const proposed = {
  type: 'closure.proposed',
  proposalId: 'proposal-1',
  reason: 'DORMANT',
  basis: 'no transaction for a year',
} as const
const noticed = { type: 'document.added', document: paper('closure_notice'), for: 'proposal-1' } as const
const imposed = { type: 'closure.imposed', proposalId: 'proposal-1' } as const

/** How a closure is asked for or imposed, and decided. */
export const applicationStories: Stories = {
  'closure-asked': {
    topic: 'application',
    title: { 'zh-CN': '申请关闭', en: 'A closure that is asked for' },
    caption: {
      'zh-CN': '商户已申请关闭，资料齐全。轮到审核人员：批准、退回补充，或拒绝。',
      en: 'The merchant has asked, and all papers are here. The reviewer’s turn: approve, ask for more, or refuse.',
    },
    tale: ({ tell }) => tell('merchant', closureRequested()),
    who: 'reviewer',
    look: 'review.approved',
    end: { in: ['live.service.inService', 'live.application.underReview'], refused: [] },
  },
  'licence-missing': {
    topic: 'application',
    title: { 'zh-CN': '缺营业执照的申请', en: 'An application without its licence' },
    caption: {
      'zh-CN': '表单已填好，但没有营业执照。不是一句“不行”：列出缺什么、轮到谁、怎么办。',
      en: 'The form is filled in, and the licence is missing. Never just “no”: what is missing, whose turn it is, what to do.',
    },
    tale: () => {},
    who: 'merchant',
    look: 'closure.requested',
    draft: closureRequested({}, [paper('closure_request')]),
    end: { in: ['live.application.none'], refused: ['DOCUMENTS_INCOMPLETE'] },
  },
  'maker-checker': {
    topic: 'application',
    title: { 'zh-CN': '经办人不能审核', en: 'Whoever wrote it down may not approve it' },
    caption: {
      'zh-CN': '纸质申请由王敏录入。换任何账号，她本人都不能批准。',
      en: 'Wang typed in the paper form. Under whatever login, she may not approve it herself.',
    },
    tale: ({ tell }) => tell('recorder', closureRequested()),
    who: 'intake',
    look: 'review.approved',
    end: { in: ['live.application.underReview'], refused: ['MAKER_IS_CHECKER'] },
  },
  'more-asked': {
    topic: 'application',
    title: { 'zh-CN': '退回补充资料', en: 'More is asked for' },
    caption: {
      'zh-CN': '审核人员看不清执照，请商户重拍。计时开始；逾期不补，可按失效处理。',
      en: 'The reviewer cannot read the licence and asks for another photograph. A clock runs; after it the application may lapse.',
    },
    tale: ({ tell, systems }) => {
      tell('merchant', closureRequested())
      tell('reviewer', {
        type: 'review.informationRequested',
        applicationId: 'application-1',
        items: ['营业执照，看得清有效期 / the licence, with its last day'],
      })
      systems()
    },
    who: 'merchant',
    look: 'application.supplemented',
    end: { in: ['live.application.needsInformation'] },
  },
  'refused-once': {
    topic: 'application',
    title: { 'zh-CN': '申请被拒，可再提交', en: 'Refused, and may come again' },
    caption: {
      'zh-CN': '第1次申请被拒，原因写明。商户补交资料，即为第2次。',
      en: 'Attempt 1 was refused, and the reason stands beside it. With another paper it becomes attempt 2.',
    },
    tale: ({ tell, systems }) => {
      tell('merchant', closureRequested())
      tell('reviewer', {
        type: 'review.rejected',
        applicationId: 'application-1',
        code: 'documents_incorrect',
        reason: '照片看不清有效期 / the expiry date is unreadable',
        resubmittable: true,
      })
      systems()
    },
    who: 'merchant',
    look: 'application.supplemented',
    end: { in: ['live.application.rejected'] },
  },
  imposing: {
    topic: 'application',
    title: { 'zh-CN': '支付机构拟关闭', en: 'A closure that is about to be imposed' },
    caption: {
      'zh-CN': '终端长期不用，支付机构拟关闭并已书面通知。通知期满前，谁都不能执行。',
      en: 'The terminal lies idle; the provider proposed to close it and gave notice in writing. Nobody may do it before the notice has run.',
    },
    tale: ({ tell, systems }) => {
      tell('risk', proposed)
      tell('intake', noticed)
      systems()
    },
    who: 'risk2',
    look: 'closure.imposed',
    end: { in: ['live.service.inService'], refused: ['NOTICE_RUNNING'] },
  },
  appealed: {
    topic: 'application',
    title: { 'zh-CN': '强制关闭，商户申诉', en: 'Imposed, and appealed against' },
    caption: {
      'zh-CN': '通知期满，由第二个人执行关闭；商户提出申诉。申诉由未参与的第三人决定。',
      en: 'The notice has run and a second person imposed the closure; the merchant appeals. A third person decides.',
    },
    tale: ({ tell, systems, pass }) => {
      tell('risk', proposed)
      tell('intake', noticed)
      systems()
      pass(31)
      tell('risk2', imposed)
      systems()
      tell('merchant', { type: 'closure.appealed', proposalId: 'proposal-1', grounds: 'we trade every week' })
    },
    who: 'risk2',
    look: 'appeal.decided',
    end: { in: ['closing.clearing.acceptance.done'], refused: ['MAKER_IS_CHECKER'] },
  },
  cancelled: {
    topic: 'application',
    title: { 'zh-CN': '撤销关闭', en: 'A closure that is called off' },
    caption: {
      'zh-CN': '在做出不可逆的事之前，关闭可以撤销；停用措施照旧有效。',
      en: 'As long as nothing irreversible was done, a closure can be called off; holds stand as they are.',
    },
    tale: (teller) => {
      closureApproved(teller)
      teller.tell('risk', { type: 'hold.placed', holdId: 'licence', code: 'LICENCE_EXPIRED' })
      teller.tell('intake', {
        type: 'closure.cancelled',
        requestedBy: 'merchant',
        reason: 'found a successor',
      })
      teller.systems()
    },
    who: 'merchant',
    end: { in: ['live.service.suspended.held', 'live.application.none'] },
  },
  'by-agent': {
    topic: 'application',
    title: { 'zh-CN': '服务商代为申请', en: 'The service provider applies' },
    caption: {
      'zh-CN': '受托的服务商代商户申请关闭；它的授权写在每一步上。',
      en: 'The service provider that looks after the terminal applies for the merchant; its mandate stands with every act.',
    },
    opening: 'agent',
    tale: ({ tell, systems }) => {
      tell(
        'agent',
        closureRequested({}, [
          paper('closure_request'),
          paper('business_licence'),
          paper('power_of_attorney'),
        ]),
      )
      systems()
    },
    who: 'reviewer',
    look: 'review.approved',
    end: { in: ['live.application.underReview'] },
  },
  'too-early': {
    topic: 'clearing',
    title: { 'zh-CN': '数据删得太早', en: 'Erased too early' },
    caption: {
      'zh-CN': '刚批准关闭就想删除设备数据：收款未停、批次未上送、没有备份，一次列全。',
      en: 'The closure has just been approved, and the workshop wants to wipe: sales on, batch not sent, no back-up. All at once.',
    },
    tale: inTurn(({ tell }) => {
      tell('merchant', closureRequested())
      tell('reviewer', approve('application-1', 'business_licence'))
    }),
    who: 'workshop',
    look: 'erasure.authorised',
    end: {
      in: ['closing.clearing.devices.open'],
      refused: ['ACCEPTANCE_NOT_DISABLED', 'DEVICE_NOT_DRAINED', 'BACKUP_MISSING'],
    },
  },
  'sent-unwiped': {
    topic: 'device',
    title: { 'zh-CN': '未删数据就寄出', en: 'Sent back before it was wiped' },
    caption: {
      'zh-CN': '商户没有等删除数据，也没有用封袋，就寄出了设备。事实照记，问题也照记，检验时处理。',
      en: 'The merchant sent it without a wipe and without a bag. The fact is kept, and so is what is wrong with it, until the inspection answers it.',
    },
    tale: inTurn(closureApproved, ({ tell, systems }) => {
      tell('merchant', { type: 'device.shipped', serial, carrier: 'courier', trackingNo: 'track-1' })
      systems()
    }),
    who: 'warehouse',
    look: 'device.received',
    end: { in: ['closing.clearing.devices.open'], issues: ['ERASE_OR_SEAL_FIRST'], refused: [] },
  },
}
