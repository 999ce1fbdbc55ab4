import type { Shop } from './shops.ts'
import { shops } from './shops.ts'
import type { Act, Life } from './timeline.ts'

type More = Partial<Pick<Life, 'opening' | 'openedDaysAgo' | 'unsettled'>>

/** A terminal of a shop by its number; its device and its life are named after it. */
export const life = (
  number: number,
  shop: keyof typeof shops,
  acts: (shop: Shop) => readonly Act[],
  more: More = {},
): Life => {
  const terminalId = String(10_000_000 + number)
  return {
    lifecycleId: `life-${terminalId}`,
    shop: shops[shop],
    terminalId,
    serial: `271-540-${300 + number}`,
    openedDaysAgo: 60,
    acts: acts(shops[shop]),
    ...more,
  }
}
