type Write = typeof process.stdout.write

/** Everything that is printed meanwhile, by whatever way; nothing of it comes through. */
export const printedDuring = async (work: () => Promise<void>): Promise<string> => {
  const printed: string[] = []
  const keep = (...said: readonly unknown[]) => printed.push(said.map(String).join(' '))
  const streams = [process.stdout, process.stderr]
  const writes = streams.map(({ write }) => write)
  const methods = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'table'] as const
  const spoken = methods.map((method) => console[method])
  for (const stream of streams) stream.write = ((chunk: unknown) => keep(chunk) > 0) as Write
  for (const method of methods) console[method] = keep
  try {
    await work()
  } finally {
    for (const [index, stream] of streams.entries()) stream.write = writes[index] as Write
    for (const [index, method] of methods.entries()) console[method] = spoken[index] as () => void
  }
  return printed.join('\n')
}
