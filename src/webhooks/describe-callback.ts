import type { Locale } from '../domain/index.ts'
import type { CallbackReason } from './callback-url.ts'
import { callbackTexts } from './texts/callbacks.ts'

/**
 * Why a callback URL is refused and what to give instead, for whoever registers one.
 *
 * @example
 * const verdict = judgeCallbackUrl(form.url)
 * if (!verdict.allowed) show(describeCallbackReason(verdict.reason, 'zh-CN'))
 */
export const describeCallbackReason = (reason: CallbackReason, locale: Locale): string =>
  callbackTexts[locale === 'en' ? 'en' : 'zh-CN'][reason]
