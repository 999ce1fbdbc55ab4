import type { ScenarioAbout } from './scenario.ts'
import { hits, scenarioTable } from './scenario.ts'

/** Said and needed: `play` has refused what lacks it. */
const said = <Name extends keyof ScenarioAbout>(about: ScenarioAbout, name: Name) =>
  about[name] as NonNullable<ScenarioAbout[Name]>

/** What goes wrong in the business itself: devices, money, the register, people. */
export const businessScenarios = scenarioTable({
  'wipe-half-done': {
    says: {
      en: 'The device is said to be wiped, nothing was, and whoever looks finds that.',
      'zh-CN': '设备上报数据已删除，其实没有；核验的人会发现。',
    },
    needs: ['serial'],
    faults: (about) => [{ kind: 'pretend', operation: 'eraseDevice', times: about.times }],
    tells: (about) => [
      {
        type: 'erasure.failed',
        serial: said(about, 'serial'),
        reason: 'the verification still finds data',
      },
    ],
  },
  'device-never-answers': {
    says: { en: 'The wipe is on its way for ever.', 'zh-CN': '删除指令一直没有结果。' },
    faults: ({ key, times = 'always' }) => [
      { kind: 'pending', operation: 'eraseDevice', times, ...(key !== undefined && { key }) },
    ],
  },
  'wrong-serial-returned': {
    says: { en: 'Another device comes back.', 'zh-CN': '退回的是另一台设备。' },
    needs: ['otherSerial'],
    tells: (about) => [
      {
        type: 'device.received',
        serial: said(about, 'otherSerial'),
        receiptId: `receipt-${said(about, 'otherSerial')}`,
      },
    ],
  },
  'courier-lost-it': {
    says: { en: 'The courier has lost the device.', 'zh-CN': '快递把设备弄丢了。' },
    needs: ['serial'],
    tells: (about) => [{ type: 'device.lost', serial: said(about, 'serial'), kind: 'lost' }],
  },
  'payout-returned': {
    says: {
      en: 'The bank sends a payout back that was confirmed.',
      'zh-CN': '银行退回了已确认的付款。',
    },
    needs: ['payoutId', 'orderId', 'amount'],
    tells: (about) => [
      {
        type: 'payout.returned',
        payoutId: said(about, 'payoutId'),
        orderId: said(about, 'orderId'),
        amount: said(about, 'amount'),
        reason: 'account closed',
      },
    ],
  },
  'paid-in-part': {
    says: { en: 'The bank pays half of it.', 'zh-CN': '银行只付了一半。' },
    faults: (about) => [{ kind: 'partly', operation: 'payOut', ...hits(about) }],
  },
  'register-refuses': {
    says: { en: 'The register does not let the device go.', 'zh-CN': '登记系统拒绝解绑。' },
    faults: ({ key, times }) => [
      {
        kind: 'fail',
        code: 'REGISTER_REFUSED',
        reason: 'the entry is locked',
        operation: 'unbind',
        key,
        times,
      },
    ],
  },
  'account-closed': {
    says: {
      en: 'The account that is to be paid is closed.',
      'zh-CN': '收款账户已销户。',
    },
    faults: (about) => [
      {
        kind: 'fail',
        code: 'ACCOUNT_CLOSED',
        reason: 'closed last week',
        ...hits({ operation: 'payOut', ...about }),
      },
    ],
  },
  'closed-while-live': {
    says: {
      en: 'The host says that a number is closed which is in service.',
      'zh-CN': '主机称仍在服务的终端号已关闭。',
    },
    needs: ['terminalRef'],
    terminal: () => ({ registry: 'closed' }),
  },
  'statement-changes-after-agreement': {
    says: {
      en: 'Another statement comes when the merchant has agreed to the first.',
      'zh-CN': '商户确认之后又来了另一份结算单。',
    },
    needs: ['statementId', 'amount'],
    tells: (about, now) => [
      {
        type: 'settlement.stated',
        statementId: said(about, 'statementId'),
        upTo: now,
        net: said(about, 'amount'),
      },
    ],
  },
  'review-of-an-old-version': {
    says: {
      en: 'A reviewer approves what was filed before the supplement.',
      'zh-CN': '审核人批准的是补充材料之前的版本。',
    },
    needs: ['applicationId'],
    tells: (about) => [
      { type: 'review.approved', applicationId: said(about, 'applicationId'), digest: '0'.repeat(64) },
    ],
  },
  'two-reviewers-at-once': {
    says: {
      en: 'Two reviewers decide at the same moment, one for and one against.',
      'zh-CN': '两名审核人同时作出相反决定。',
    },
    needs: ['applicationId'],
    tells: (about) => [
      {
        type: 'review.rejected',
        applicationId: said(about, 'applicationId'),
        code: 'documents_incorrect',
        reason: 'another reviewer finds it unreadable',
        resubmittable: true,
      },
    ],
  },
  'approval-lost-ack': {
    says: {
      en: 'A decision is taken, and the reviewer never hears of it.',
      'zh-CN': '决定已生效，审核人却没有收到应答。',
    },
    faults: (about) => [{ kind: 'dropReply', ...hits({ operation: 'decideApplication', ...about }) }],
  },
})
