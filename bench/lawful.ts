/** What is asked of a row before it is looked at: runs are joined by name, and a row without a budget says nothing. */
interface Named {
  readonly name: string
  readonly budget: number
}

/**
 * The rows of a file, as they are.
 *
 * @throws when there are none, two have one name, or a name or a budget is missing.
 */
export const lawful = <Rows extends readonly Named[]>(file: string, rows: Rows | undefined): Rows => {
  if (!rows?.length) throw new Error(`${file}: exports no rows`)
  const names = new Set<string>()
  for (const { name, budget } of rows) {
    if (!name) throw new Error(`${file}: a row has no name`)
    if (names.has(name)) throw new Error(`${file}: two rows are named ${name}`)
    if (!Number.isFinite(budget) || budget <= 0) throw new Error(`${file}: ${name} has no budget`)
    names.add(name)
  }
  return rows
}
