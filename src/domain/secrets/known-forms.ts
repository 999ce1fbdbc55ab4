import { matchesOf } from './matches.ts'
import type { Span } from './span.ts'

/** Not in the middle of a word. */
const begin = '(?<![A-Za-z0-9])'

/** Keys and tokens that say by their form what they are; before each of them a sign that stands in every text of the form. */
export const knownForms: readonly (readonly [sign: string, form: RegExp])[] = [
  // PEM, but no certificates and no public keys
  [
    '-----BEGIN',
    /-----BEGIN (?![A-Z0-9 ]{0,30}(?:CERTIFICATE|PUBLIC))[A-Z0-9 ]{1,60}-----[^-]*(?:-----END[^-]{0,60}-----)?/g,
  ],
  // The same without its frame, PKCS #8 and PKCS #1 of RSA
  ['IBA', /(?<![A-Za-z0-9+/])MII[A-Za-z0-9+/]{3}IBA(?:DAN|AKC)[A-Za-z0-9+/=]{40,}/g],
  // JSON Web Tokens
  ['eyJ', /(?<![A-Za-z0-9])eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{4,}(?:\.[A-Za-z0-9_-]*)?/g],
  ...(
    [
      // Stripe, Adyen, Square, Shopify
      ['_live_|_test_', '(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{8,}'],
      ['whsec_', 'whsec_[A-Za-z0-9+/=]{8,}'],
      ['AQE', 'AQE[A-Za-z0-9+/=^_-]{60,}'],
      ['sq0', 'sq0[a-z]{3}-[A-Za-z0-9_-]{20,}'],
      ['shpat_|shpca_|shppa_|shpss_', 'shp(?:at|ca|pa|ss)_[A-Za-z0-9]{24,}'],
      // Amazon, Alibaba, Tencent, Google
      ['AKIA|ASIA|ABIA|ACCA', '(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])'],
      ['LTAI', 'LTAI[A-Za-z0-9]{12,30}'],
      ['AKID', 'AKID[A-Za-z0-9]{32}'],
      ['AIza', 'AIza[A-Za-z0-9_-]{30,}'],
      ['ya29', 'ya29\\.[A-Za-z0-9_-]{20,}'],
      // GitHub, GitLab, Slack, npm, SendGrid and others
      ['ghp_|gho_|ghu_|ghs_|ghr_', 'gh[pousr]_[A-Za-z0-9]{20,}'],
      ['github_pat_', 'github_pat_[A-Za-z0-9_]{20,}'],
      ['glpat-', 'glpat-[A-Za-z0-9_-]{16,}'],
      ['xox', 'xox[abeoprs]-[A-Za-z0-9-]{10,}'],
      ['xapp-', 'xapp-\\d-[A-Z0-9]+-\\d+-[A-Za-z0-9]{20,}'],
      ['hooks\\.slack', 'hooks\\.slack\\.com/services/[A-Za-z0-9/]{20,}'],
      ['pypi-', 'pypi-[A-Za-z0-9_-]{40,}'],
      ['dckr_pat_', 'dckr_pat_[A-Za-z0-9_-]{20,}'],
      ['dop_v1_', 'dop_v1_[a-f0-9]{64}'],
      ['hvs\\.', 'hvs\\.[A-Za-z0-9_-]{24,}'],
      ['ATATT3', 'ATATT3[A-Za-z0-9_=-]{40,}'],
      ['access_token\\$', 'access_token\\$(?:production|sandbox)\\$[a-z0-9]{16}\\$[a-f0-9]{32}'],
      ['npm_', 'npm_[A-Za-z0-9]{30,}'],
      ['SG\\.', 'SG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}'],
      ['hf_', 'hf_[A-Za-z0-9]{30,}'],
      ['sk-', 'sk-(?:ant-|proj-)?(?=[A-Za-z_-]{0,40}\\d)[A-Za-z0-9_-]{20,}'],
      ['AGE-SECRET', 'AGE-SECRET-KEY-1[A-Z0-9]{40,}'],
      // Key blocks of ANSI X9.143 (TR-31)
      ['[ABCD]\\d{4}', '[ABCD]\\d{4}[A-Z]\\d[ADEHRST][BCDEGNSTVXY][0-9A-Z]{2}[ENS]\\d{4}[0-9A-F]{32,}'],
    ] as const
  ).map(([sign, form]) => [sign, new RegExp(begin + form, 'g')] as const),
  // user name and password of an address
  ['://', /(?<=[A-Za-z][A-Za-z0-9+.-]{1,20}:\/\/)[^\s/:@"'<>]{0,100}:[^\s/@"'<>]{1,200}(?=@)/g],
]

/** Bearer and Basic are words of English too: what follows has to look like no word. */
const scheme = /(?<![A-Za-z0-9])(?:bearer|basic)[ :]{1,3}([A-Za-z0-9._~+/-]{8,}=*)/gi
const isNoWord = (text: string): boolean => /\d/.test(text) || text.includes('=') || /[a-z][A-Z]/.test(text)

/** A text that has none of these has none of the forms. */
export const formSigns = `${knownForms.map(([sign]) => sign).join('|')}|bearer|basic`
const anySign = new RegExp(formSigns, 'i')

/** Keys and tokens of well-known kinds. */
export function* knownFormsIn(text: string): Generator<Span> {
  if (!anySign.test(text)) return
  for (const [, form] of knownForms)
    for (const { 0: found, index } of matchesOf(text, form)) yield { start: index, end: index + found.length }
  for (const { 0: found, 1: value = '', index } of matchesOf(text, scheme))
    if (isNoWord(value)) yield { start: index + found.length - value.length, end: index + found.length }
}
