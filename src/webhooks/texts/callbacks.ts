import type { Locale } from '../../domain/index.ts'
import type { CallbackReason } from '../callback-url.ts'

/** For whoever registers a callback: what is wrong, and what to give instead. */
export const callbackTexts: Readonly<Record<Locale, Readonly<Record<CallbackReason, string>>>> = {
  en: {
    NOT_A_URL: 'This is no URL. Give a whole one, such as https://hooks.example.com/terminals.',
    URL_TOO_LONG: 'The URL is longer than 2,048 characters. Give a shorter one.',
    URL_CHARACTERS: 'The URL holds blanks, backslashes or letters beyond ASCII. Write them percent-encoded.',
    URL_NOT_HTTPS: 'The URL is not https. Give one that is.',
    URL_USER_INFO: 'The URL holds a user name or password. Leave them out; messages are signed.',
    URL_FRAGMENT: 'The URL ends in a fragment (#), which is never sent. Leave it out.',
    URL_PORT: 'This port is not called. Listen on 443.',
    URL_IP_LITERAL: 'The URL names an address. Give the name of a public host.',
    URL_LOCAL_NAME: 'The URL names a host of a local or private network. Give the name of a public one.',
    URL_INTERNATIONAL_NAME: 'Names with letters beyond ASCII (xn--) are not called. Give another name.',
    URL_HOST: 'The name of the host is not well formed. Compare it with the original.',
  },
  'zh-CN': {
    NOT_A_URL: '这不是网址。请填写完整网址，例如 https://hooks.example.com/terminals。',
    URL_TOO_LONG: '网址超过 2048 个字符。请改用较短的网址。',
    URL_CHARACTERS: '网址含有空格、反斜杠或非 ASCII 字符。请改用百分号编码。',
    URL_NOT_HTTPS: '网址不是 https。请改用 https 网址。',
    URL_USER_INFO: '网址含有用户名或密码。请去掉；消息均有签名。',
    URL_FRAGMENT: '网址以片段（#）结尾，该部分不会发送。请去掉。',
    URL_PORT: '不向此端口发送。请使用 443 端口。',
    URL_IP_LITERAL: '网址使用了 IP 地址。请改用公网域名。',
    URL_LOCAL_NAME: '网址指向本地或内部网络的主机。请改用公网域名。',
    URL_INTERNATIONAL_NAME: '不向国际化域名（xn--）发送。请改用其他域名。',
    URL_HOST: '主机名格式不正确。请核对。',
  },
}
