import type { Locale } from '../src/domain/index.ts'
import type { PortfolioColumn } from '../src/schemas/index.ts'

/** What the reference page says of the columns of a portfolio file. */
export interface PortfolioWords {
  readonly needed: string
  readonly always: string
  readonly filled: string
  readonly is: string
  readonly columns: Readonly<Record<PortfolioColumn, string>>
}

export const portfolioWords: Readonly<Record<Locale, PortfolioWords>> = {
  en: {
    needed: 'Needed',
    always: 'always',
    filled: 'if {because} is filled in',
    is: 'if {because} is {when}',
    columns: {
      acquirerId: 'Acquirer',
      merchantId: 'Merchant number (MID)',
      terminalId: 'Terminal number (TID)',
      serialNumber: 'Serial number; one row is one device',
      model: 'Model of the device',
      merchantName: 'Name of the merchant',
      merchantType: '`enterprise`, `sole_trader` or `individual`',
      unifiedSocialCreditCode: 'Social-credit code, or the 15-digit registration number of an older licence',
      licenceValidTo: 'Last day of the licence, or 长期; empty: not known',
      deviceOwner: '`provider`, `merchant` or `agent`',
      tenancy: '`sole` or `shared`',
      depositAmount: 'Deposit in minor units, digits only',
      depositKind: '`guarantee` or `device_pledge`',
      depositHeldBy: 'Who holds the deposit',
      currency: 'ISO 4217 code of all amounts',
      contractNo: 'Number of the contract',
      contractExpiresOn: 'Last day of the contract',
      earlyTerminationFee: 'In minor units, digits only',
      lastTransactionAt: 'Instant with offset, not in the future',
      holdCodes: 'Reasons of holds that stand, parted by semicolons',
      case: 'A mark of your own; the library makes nothing of it',
    },
  },
  'zh-CN': {
    needed: '何时必填',
    always: '必填',
    filled: '填写了 {because} 时',
    is: '{because} 为 {when} 时',
    columns: {
      acquirerId: '收单机构',
      merchantId: '商户号（MID）',
      terminalId: '终端号（TID）',
      serialNumber: '机身号；一行为一台设备',
      model: '设备型号',
      merchantName: '商户名称',
      merchantType: '`enterprise`、`sole_trader` 或 `individual`',
      unifiedSocialCreditCode: '统一社会信用代码，或旧营业执照的 15 位注册号',
      licenceValidTo: '营业执照有效期截止日，或“长期”；留空表示未知',
      deviceOwner: '`provider`、`merchant` 或 `agent`',
      tenancy: '`sole` 或 `shared`',
      depositAmount: '保证金或押金，以最小货币单位计，仅数字',
      depositKind: '`guarantee` 或 `device_pledge`',
      depositHeldBy: '由谁持有',
      currency: '所有金额的 ISO 4217 币种',
      contractNo: '合同编号',
      contractExpiresOn: '合同到期日',
      earlyTerminationFee: '以最小货币单位计，仅数字',
      lastTransactionAt: '带时区偏移的时刻，不晚于当前',
      holdCodes: '现有停用原因，以分号分隔',
      case: '自用标记，库不作处理',
    },
  },
}
