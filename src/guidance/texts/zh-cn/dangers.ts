import type { CodeOf } from '../../profiles.ts'

export const dangers: Readonly<Record<CodeOf<'danger'>, string>> = {
  NEVER_GIVE_PASSWORDS:
    '密码、PIN、短信验证码和完整卡号，不写进任何申请，也不告诉任何人。真正帮您办事的人用不着这些。',
  PIN_ON_DEVICE_ONLY: '重置密码或PIN，只在设备上自己操作。告诉服务商的，只是办成了没有。',
  FALSE_PROVIDERS: '只用合同上写明的电话、官网或App。主动打来的电话和网上的广告，未必是您的服务商。',
  MONEY_LEFT_BEHIND: '注销办错了，钱可能留在账户里取不出来。关闭前查一次余额，关闭后再查一次。',
  ERASING_WITHOUT_AUTHORITY:
    '机内的客户信息不要自己删，也不要转给别人，等支付机构同意再办。擅自处理的，可能要承担责任。',
  ERASING_BEFORE_COPYING: '先备份，再清除，最后寄回。设备一清空，里面的记录就找不回来了。',
  OPEN_USB_STICK: '用U盘备份必须加密，里面不能有卡片信息。U盘要锁好，丢了就等于泄密。',
  COPY_ELSEWHERE_IS_NOT_SECRET:
    '异地存放防的是损毁，防不了偷看，所以照样要加密。要存到境外，先问清楚能不能。',
  REINSTALLING_YOURSELF: '不要自己重装系统，设备可能锁死或丢失密钥。交给支付机构或它指定的技术人员来做。',
  USING_A_FOUND_DEVICE: '遗失的设备找到了，先别开机，里面可能被人动过手脚。请先交给服务商检查。',
}
