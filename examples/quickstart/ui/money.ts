import type { Money } from 'terminal-lifecycle/domain'

/** `2,000.00 CNY`: every currency of this example has two decimals. */
export const amountText = (amount: number): string => {
  const [whole = '0', part = '00'] = (Math.abs(amount) / 100).toFixed(2).split('.')
  return `${amount < 0 ? '-' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${part}`
}

export const moneyText = ({ amount, currency }: Money): string => `${amountText(amount)} ${currency}`
