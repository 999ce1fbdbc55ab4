export const items = <Item>(ledger: Readonly<Record<string, Item>>): Item[] => Object.values(ledger)

export const sum = (amounts: readonly number[]): number =>
  amounts.reduce((total, amount) => total + amount, 0)
