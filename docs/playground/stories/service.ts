import type { LifecycleEvent } from 'terminal-lifecycle/schemas'
import { serial, start } from '../case/openings.ts'
import { paper, seen } from './papers.ts'
import { approve, cny, reinstatementRequested, suspensionRequested } from './parts.ts'
import type { Stories } from './story.ts'

const day = 86_400_000
const inDays = (days: number) => new Date(Date.parse(start) + days * day).toISOString()

const testPassed: LifecycleEvent = {
  type: 'test.passed',
  serial,
  kind: 'full',
  checks: (['power', 'signOn', 'network', 'transaction', 'void'] as const).map((name) => ({
    name,
    passed: true,
  })),
}

/** What stops sales, and what brings them back. */
export const serviceStories: Stories = {
  'in-service': {
    topic: 'service',
    title: { 'zh-CN': '正常使用', en: 'In service' },
    caption: {
      'zh-CN': '什么都没有发生。选一个人，看他现在可以做什么。',
      en: 'Nothing has happened yet. Choose somebody, and see what may be done now.',
    },
    tale: () => {},
    who: 'merchant',
    end: { in: ['live.service.inService'] },
  },
  suspended: {
    topic: 'service',
    title: { 'zh-CN': '停用：营业执照过期', en: 'Suspended: licence expired' },
    caption: {
      'zh-CN': '风控停用了终端，主机已回读为不可收款。轮到商户：交一份有效执照，申请恢复。',
      en: 'Risk suspended the terminal, and the host was read back as off. The merchant’s turn: a licence that counts, and an application.',
    },
    tale: ({ tell, systems }) => {
      tell('risk', { type: 'hold.placed', holdId: 'licence', code: 'LICENCE_EXPIRED' })
      systems()
    },
    who: 'merchant',
    look: 'reinstatement.requested',
    end: { in: ['live.service.suspended.held'] },
  },
  'arrears-paid': {
    topic: 'service',
    title: { 'zh-CN': '付清欠款后恢复', en: 'Back after arrears were paid' },
    caption: {
      'zh-CN': '租金已付清，恢复申请已批准，设备测试通过，主机回读为可收款。欠款的账还在，写着何时付清。',
      en: 'The rent is paid, the application was approved, the device was tested, and the host was read back as on. The charge stands in the ledger, met.',
    },
    opening: 'arrears',
    tale: ({ tell, systems }) => {
      systems()
      tell('settlement2', {
        type: 'charge.met',
        chargeId: 'rent-2',
        amount: cny(9_900),
        paymentRef: 'payment-1',
      })
      const papers = ['reinstatement_request', 'arrears_statement', 'payment_proof'] as const
      tell(
        'merchant',
        reinstatementRequested(
          'arrears',
          'ACCOUNT_ARREARS',
          papers.map((type) => paper(type)),
        ),
      )
      tell('reviewer', approve('application-1', ...papers))
      tell('workshop', testPassed)
      systems()
    },
    who: 'merchant',
    end: { in: ['live.service.inService'] },
  },
  'test-owed': {
    topic: 'service',
    title: { 'zh-CN': '故障已排除，待测试', en: 'Repaired, and a test is owed' },
    caption: {
      'zh-CN': '网络故障已排除并经核实，但收款要等设备测试通过。轮到技术员。',
      en: 'The fault is put right, and somebody else has verified it. Sales wait for a test of the device. The technician’s turn.',
    },
    opening: 'agent',
    tale: ({ tell, systems }) => {
      tell('agent', { type: 'hold.placed', holdId: 'network', code: 'NETWORK_FAULT' })
      systems()
      tell('merchant', {
        type: 'hold.remedyClaimed',
        holdId: 'network',
        evidence: [paper('device_test_record')],
      })
      tell('risk', { type: 'hold.remedyVerified', holdId: 'network', checked: seen('device_test_record') })
      systems()
    },
    who: 'agent',
    look: 'test.passed',
    end: { in: ['live.service.suspended.testing'], refused: [] },
  },
  pause: {
    topic: 'service',
    title: { 'zh-CN': '商户申请的停用', en: 'A pause that the merchant asked for' },
    caption: {
      'zh-CN': '店铺装修，商户申请停用两周，已批准。到期日只提醒，不会自动恢复。',
      en: 'The shop is rebuilt: two weeks without sales, asked for and approved. The last day reminds, it brings nothing back by itself.',
    },
    tale: ({ tell, systems }) => {
      tell('merchant', suspensionRequested('application-1', inDays(0), inDays(14)))
      tell('reviewer', approve('application-1'))
      systems()
    },
    who: 'merchant',
    look: 'suspension.extended',
    end: { in: ['live.service.suspended.held'], refused: [] },
  },
  reinstated: {
    topic: 'service',
    title: { 'zh-CN': '申请恢复并获批准', en: 'Reinstatement, applied for and approved' },
    caption: {
      'zh-CN': '商户补交了执照，申请恢复；审核人员看过执照后批准。收款要等设备测试和主机回读。',
      en: 'The merchant brought the new licence and applied; the reviewer saw it and approved. Sales wait for a test and for the host.',
    },
    tale: ({ tell, systems }) => {
      tell('risk', { type: 'hold.placed', holdId: 'licence', code: 'LICENCE_EXPIRED', test: 'full' })
      systems()
      tell(
        'merchant',
        reinstatementRequested('licence', 'LICENCE_EXPIRED', [
          paper('reinstatement_request'),
          paper('business_licence'),
        ]),
      )
      tell('reviewer', approve('application-1', 'business_licence'))
      systems()
    },
    who: 'workshop',
    look: 'test.passed',
    end: { in: ['live.service.suspended.testing'], refused: [] },
  },
  hidden: {
    topic: 'service',
    title: { 'zh-CN': '不便说明的停用', en: 'A hold that the merchant must not know of' },
    caption: {
      'zh-CN': '协查要求保密。商户只看到“请联系支付机构”；换成风控，就能看到原因。',
      en: 'An authority asked for silence. The merchant reads “contact your provider” and no more; look as risk to see the reason.',
    },
    tale: ({ tell, systems }) => {
      tell('risk', { type: 'hold.placed', holdId: 'inquiry', code: 'RULE_VIOLATION', disclosure: 'hidden' })
      systems()
    },
    who: 'merchant',
    end: { in: ['live.service.suspended.held'] },
  },
  'two-people': {
    topic: 'service',
    title: { 'zh-CN': '两人经办', en: 'Two people, where it counts' },
    caption: {
      'zh-CN': '赵岩提议把“原因不明”改为具体原因，自己不能执行；孙悦可以。',
      en: 'Zhao proposed to give the unknown reason its name, and may not do it herself; Sun may.',
    },
    tale: ({ tell, systems }) => {
      tell('risk', { type: 'hold.placed', holdId: 'unclear', code: 'UNKNOWN' })
      systems()
      const act = { type: 'hold.reclassified', holdId: 'unclear', code: 'COMPLIANCE_ISSUE' } as const
      tell('risk', { type: 'act.proposed', act })
    },
    who: 'risk',
    look: 'hold.reclassified',
    end: { in: ['live.service.suspended.held'], refused: ['MAKER_IS_CHECKER'] },
  },
  'host-sells': {
    topic: 'service',
    title: { 'zh-CN': '主机仍在收款', en: 'The host goes on selling' },
    caption: {
      'zh-CN': '已下令停止收款，主机回读却仍可收款。下达不等于完成：记录照实写下，并再次下令。',
      en: 'Sales were ordered off, and the host reads as on. Ordered is not done: the record says so, and orders it again.',
    },
    tale: ({ tell, order, at }) => {
      tell('risk', { type: 'hold.placed', holdId: 'rules', code: 'RULE_VIOLATION' })
      order('disableAcceptance')
      tell('system', {
        type: 'status.reported',
        acceptance: 'on',
        registry: 'active',
        unsettled: cny(0),
        readAt: at(),
        source: 'host',
      })
    },
    who: 'operations',
    end: { in: ['live.service.suspended.held'], issues: ['STATUS_MISMATCH'] },
  },
  replaced: {
    topic: 'device',
    title: { 'zh-CN': '换机', en: 'A device that is replaced' },
    caption: {
      'zh-CN': '新设备已在收款，旧设备还要：上送批次、删除数据、清除密钥、寄回、解绑。',
      en: 'The new device sells already. The old one still owes its batch, its wipe, its keys, its way back and its unbinding.',
    },
    tale: ({ tell, systems }) => {
      const devices = { oldSerial: serial, newSerial: '342-119-204' } as const
      tell('intake', { type: 'device.replaced', ...devices, owner: 'provider', tenancy: 'sole' })
      systems()
    },
    who: 'warehouse',
    look: 'return.authorised',
    end: { in: ['live.service.inService'] },
  },
  stolen: {
    topic: 'device',
    title: { 'zh-CN': '设备被盗', en: 'A device that was stolen' },
    caption: {
      'zh-CN': '收款立即停止，密钥在主机作废。两个人认定遗失之后，才不再等它回来。',
      en: 'Sales off and keys revoked at once. Nobody waits for it any more once two people have accepted the loss.',
    },
    tale: (teller) => {
      const { tell, systems } = teller
      tell('merchant', { type: 'device.lost', serial, kind: 'stolen', report: paper('loss_report') })
      systems()
      const act = { type: 'loss.accepted', serial, evidence: [paper('loss_report')] } as const
      tell('risk', { type: 'act.proposed', act })
    },
    who: 'risk2',
    look: 'loss.accepted',
    end: { in: ['live.service.suspended.held'] },
  },
}
