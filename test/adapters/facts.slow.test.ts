import { it } from 'vitest'
import { adyenFacts } from './adyen-facts.ts'
import { sumupFacts } from './sumup-facts.ts'
import { closedOverAdyen, closedOverSumUp } from './to-the-end.ts'

// Beside the published contracts the fast tests run by those; here is what they do where there are none.
it('Adyen closes a terminal by the facts written by hand', () => closedOverAdyen(adyenFacts))
it('SumUp closes a terminal by the facts written by hand', () => closedOverSumUp(sumupFacts))
