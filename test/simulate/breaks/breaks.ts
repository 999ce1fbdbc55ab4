/** One place of the sources that is written otherwise. */
interface Break {
  /** Below `src/`. */
  readonly file: string
  readonly find: string
  readonly put: string
}

/** Faults that are built into the library by hand: the simulator has to find each of them. */
export const breaks: Readonly<Record<string, Break>> = {
  'the idempotency key is dropped': {
    file: 'runtime/call-service.ts',
    find: 'idempotencyKey: orderId, attempt',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source text
    put: 'idempotencyKey: attempt > 1 ? `${orderId}~${attempt}` : orderId, attempt',
  },
  'a lease is ignored': {
    file: 'runtime/memory-claim.ts',
    find: 'orderId !== undefined || claimableAt <= now',
    put: 'claimableAt <= now + 60_000',
  },
  'it is acknowledged before it is committed': {
    file: 'runtime/submit.ts',
    find: '    const outcome = await commit(change)\n    if (typeof outcome',
    put: "    void commit(change).catch(() => undefined)\n    const outcome = 'committed' as Awaited<ReturnType<typeof commit>>\n    if (typeof outcome",
  },
  'a clock is lost when its worker crashes': {
    file: 'runtime/memory-claim.ts',
    find: 'const timers = timerOf(tables).filter(free)',
    put: 'const timers = timerOf(tables).filter(({ attempts }) => attempts === 0)',
  },
  'a message is told anew each time it comes': {
    file: 'webhooks/command-ids.ts',
    find: '  `webhook$' + '{source}:$' + '{id}`,',
    put: '  `webhook$' + '{source}+$' + '{Math.floor(ageSeconds * 1000)}:$' + '{id}`,',
  },
  'what was refused for good is asked again': {
    file: 'runtime/call-service.ts',
    find: "came: 'refusal', code, retryable }",
    put: "came: 'refusal', code, retryable: true || retryable }",
  },
  'an order is repeated without asking what became of it': {
    file: 'client/services/perform.ts',
    find: 'const earlier = call.attempt > 1 ? await kept(kind, whole, call) : undefined',
    put: 'const earlier = undefined',
  },
  'a lost write is told as refused': {
    file: 'client/certainty.ts',
    find: '  if (sent.length === 0) return true\n',
    put: '  if (sent.length >= 0) return true\n',
  },
  'versions are not compared': {
    file: 'runtime/memory-commit.ts',
    find: "  if ((tables.records.get(lifecycleId)?.version ?? null) !== expectedVersion) return 'conflict'\n",
    put: '',
  },
  'a hidden hold is told': {
    file: 'machine/questions/viewing.ts',
    find: 'holds: without(context.holds, ({ holdId }) => hidden.has(holdId)),',
    put: 'holds: context.holds,',
  },
  'a hidden hold stands in the journal of its merchant': {
    file: 'machine/questions/viewing-entries.ts',
    find: '    if (left === gone) return undefined\n',
    put: '    if (left === gone) return entry\n',
  },
  'a hidden hold stands in refusals': {
    file: 'machine/questions/viewing.ts',
    find: '  return shown.length === blockers.length ? blockers :',
    put: '  return shown.length >= 0 ? blockers :',
  },
  'a delivery is settled before it is sent': {
    file: 'webhooks/outbox/sender.ts',
    find: "    if (attempted.kind === 'delivered') return { outcome: 'delivered' }",
    put: "    if (attempted.kind !== 'stopped') return { outcome: 'delivered' }",
  },
}
