import { paper } from './papers.ts'
import {
  accountVerified,
  allCleared,
  approve,
  backedUp,
  byTwo,
  closureApproved,
  closureRequested,
  cny,
  deviceDone,
  erased,
  inTurn,
  keysRemoved,
  moneyDone,
  refund,
  settled,
  unbinding,
  unbound,
  wipeAuthorised,
} from './parts.ts'
import type { Stories } from './story.ts'

const chargeback = { caseId: 'case-9', amount: cny(700), dueAt: '2026-09-01T00:00:00+08:00' } as const

/** What a closure still waits for, and how it ends. */
export const closingStories: Stories = {
  clearing: {
    topic: 'clearing',
    title: { 'zh-CN': '关闭办理中：七项义务', en: 'Clearing: seven obligations' },
    caption: {
      'zh-CN': '已批准关闭。收款已停并回读，批次已上送，结算单已出；其余各项看轮到谁。',
      en: 'The closure is approved. Sales are off and read back, the batch is in, the statement is made; see whose turn the rest is.',
    },
    tale: closureApproved,
    who: 'merchant',
    end: {
      in: ['closing.clearing.acceptance.done', 'closing.clearing.settlement.open'],
      wants: ['SETTLEMENT_NOT_CONFIRMED', 'BACKUP_MISSING'],
    },
  },
  'wipe-failed': {
    topic: 'device',
    title: { 'zh-CN': '数据删除失败', en: 'A wipe that failed' },
    caption: {
      'zh-CN': '设备没有应答，数据删除失败。没有删除就不能寄回、不能关闭；重新授权，再删一次。',
      en: 'The device did not answer, and the wipe failed. Without it nothing goes back and nothing closes; authorise it again.',
    },
    tale: inTurn(closureApproved, backedUp, wipeAuthorised, ({ order }) => order('eraseDevice', 'failed')),
    who: 'workshop',
    look: 'erasure.authorised',
    end: { in: ['closing.clearing.devices.open'], wants: ['ERASURE_NOT_AUTHORISED'], refused: [] },
  },
  'register-refuses': {
    topic: 'device',
    title: { 'zh-CN': '登记系统拒绝解绑', en: 'The register refuses' },
    caption: {
      'zh-CN': '解绑指令已发出，登记系统拒绝：记录被锁。绑定仍在；再试一次是一条新指令。',
      en: 'The unbinding was ordered, and the register refused: record locked. It is still bound; another try is another order.',
    },
    tale: inTurn(closureApproved, deviceDone, ({ tell, order }) => {
      tell('intake', unbinding)
      order('unbind', 'failed')
    }),
    who: 'intake',
    look: 'unbinding.ordered',
    end: { in: ['closing.clearing.binding.open'], refused: [] },
  },
  'unpaid-charges': {
    topic: 'money',
    title: { 'zh-CN': '费用未付', en: 'Charges that are not paid' },
    caption: {
      'zh-CN': '设备和结算都办完了，租金还欠¥99.00：付清、抵扣押金，或由两人结转。',
      en: 'Device and settlement are done, and ¥99.00 of rent is owed: pay it, take it from the deposit, or let two people carry it over.',
    },
    opening: 'arrears',
    tale: inTurn(closureApproved, deviceDone, accountVerified, settled, unbound),
    who: 'merchant',
    end: { in: ['closing.clearing.charges.open'], wants: ['CHARGES_OUTSTANDING'] },
  },
  'disputed-charge': {
    topic: 'money',
    title: { 'zh-CN': '有异议的费用', en: 'A charge that is disputed' },
    caption: {
      'zh-CN': '商户对¥20.00的停用费用有异议：这一笔先不扣，其余押金照退。由没有记账的人决定。',
      en: 'The merchant disputes a fee of ¥20.00: that much stays, the rest of the deposit goes back. Somebody who did not raise it decides.',
    },
    tale: inTurn(closureApproved, deviceDone, accountVerified, settled, unbound, (teller) => {
      teller.tell('settlement', {
        type: 'charge.raised',
        chargeId: 'fee-1',
        kind: 'deactivation',
        amount: cny(2_000),
        feeTableVersion: 'standard',
      })
      teller.tell('merchant', { type: 'charge.disputed', chargeId: 'fee-1', grounds: 'never agreed' })
      byTwo(teller, 'settlement', 'settlement2', refund('refund-1', 48_000))
      teller.systems()
    }),
    who: 'settlement2',
    look: 'charge.determined',
    end: { in: ['closing.clearing.charges.open', 'closing.clearing.deposits.open'], refused: [] },
  },
  'payout-unknown': {
    topic: 'money',
    title: { 'zh-CN': '付款结果不明', en: 'A payout whose end is not known' },
    caption: {
      'zh-CN': '付款指令发出后没有答复。不明就说不明：不重发，先查清。',
      en: 'The payout left, and no answer came. Unknown is called unknown: nobody pays twice, somebody finds out.',
    },
    tale: inTurn(closureApproved, accountVerified, (teller) => {
      const { statementId = '', net = 0 } = teller.record().context.closing?.statement ?? {}
      teller.tell('merchant', { type: 'settlement.confirmed', statementId })
      teller.tell('settlement', { type: 'payout.ordered', payoutId: 'payout-1', amount: cny(net) })
      teller.order('payOut', 'unknown')
    }),
    who: 'operations',
    end: { in: ['closing.clearing.settlement.open'], wants: ['ORDER_PARKED'] },
  },
  'own-device': {
    topic: 'ending',
    title: { 'zh-CN': '商户自有设备', en: 'The merchant’s own device' },
    caption: {
      'zh-CN': '设备是商户自己的：删除数据、清除密钥、解绑，但不必寄回。',
      en: 'The device is the merchant’s own: wiped, its keys removed, unbound, and never sent back.',
    },
    opening: 'own',
    tale: inTurn(
      ({ tell, systems }) => {
        tell('merchant', closureRequested({ own: true }))
        tell('reviewer', approve('application-1', 'business_licence'))
        systems()
      },
      ...[backedUp, wipeAuthorised, erased, keysRemoved, accountVerified, settled, unbound],
    ),
    who: 'merchant',
    end: { in: ['closed'] },
  },
  closed: {
    topic: 'ending',
    title: { 'zh-CN': '关闭完成', en: 'Closed' },
    caption: {
      'zh-CN': '七项义务办完，支付机构确认，登记回读为已关闭。没有任何事留到以后。',
      en: 'Seven obligations met, confirmed by the provider, read back as closed. Nothing is left for later.',
    },
    tale: allCleared,
    who: 'merchant',
    end: { in: ['closed'] },
  },
  chargeback: {
    topic: 'ending',
    title: { 'zh-CN': '关闭后的退单', en: 'A chargeback after the closing' },
    caption: {
      'zh-CN': '关闭一周后来了一笔退单。账册不重开；它作为后续事项由支付机构处理。',
      en: 'A week after the closing a chargeback comes. The books stay as they are; it is left over, and the provider sees to it.',
    },
    tale: inTurn(allCleared, ({ tell, pass, systems }) => {
      pass(7)
      tell('settlement2', { type: 'dispute.opened', ...chargeback })
      systems()
    }),
    who: 'settlement2',
    look: 'dispute.closed',
    end: { in: ['closed'] },
  },
  guarantee: {
    topic: 'ending',
    title: { 'zh-CN': '保证金结转', en: 'A guarantee that outlives the closing' },
    caption: {
      'zh-CN': '保证金要等风险期满才能退。两人结转之后可以关闭，到期再退。',
      en: 'A guarantee may only be paid back when its time is over. Two people carry it over, the terminal closes, and it follows then.',
    },
    opening: 'guarantee',
    tale: inTurn(
      closureApproved,
      deviceDone,
      moneyDone,
      (teller) =>
        byTwo(teller, 'settlement', 'settlement2', {
          type: 'obligation.carriedOver',
          obligationId: 'obligation-1',
          kind: 'deposit',
          ref: 'guarantee-1',
          amount: cny(200_000),
          owner: 'acquirer-1',
          basis: 'contract, clause 12',
          reviewAt: '2026-12-01T00:00:00+08:00',
        }),
      unbound,
    ),
    who: 'settlement2',
    end: { in: ['closed'], wants: ['OBLIGATION_OPEN'] },
  },
  silent: {
    topic: 'ending',
    title: { 'zh-CN': '商户失联', en: 'A merchant who does not answer' },
    caption: {
      'zh-CN': '结算单没有人确认。异议期满，有送达证明，由两人按视为确认处理。',
      en: 'Nobody agrees to the statement. Its time for objections has run, the service is proved, and two people take it as agreed.',
    },
    tale: inTurn(closureApproved, deviceDone, accountVerified, (teller) => {
      teller.tell('intake', { type: 'document.added', document: paper('service_of_notice') })
      teller.pass(30)
      const { statementId = '' } = teller.record().context.closing?.statement ?? {}
      byTwo(teller, 'settlement', 'settlement2', {
        type: 'settlement.deemedAccepted',
        statementId,
        proof: paper('service_of_notice'),
        checked: [{ documentId: 'service_of_notice', digest: paper('service_of_notice').digest }],
      })
    }),
    who: 'settlement',
    look: 'payout.ordered',
    end: { in: ['closing.clearing.settlement.open'], refused: [] },
  },
}
