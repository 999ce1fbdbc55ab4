/** Numbers that are no settings, or are judged elsewhere: why each may stand without a row. */
export const elsewhere: readonly (readonly [key: RegExp, why: string])[] = [
  [
    /^(memory|sqlite|postgres)(Store|Deliveries|Documents|Papers|Cases|Replays)\(\)\./,
    'asked by the library itself, with numbers of its own',
  ],
  [/^createAcquirerClient\(\)\.\w+\((input|source)\)/, 'read by the schemas of the contract'],
  [/^uploadDocument\(source\)/, 'the size of a blob is the blob’s'],
  [/^(createMockAcquirer|faulty)\(\)\.faults\(/, 'test/testing: each member of a fault is checked'],
  [/^(createMockAcquirer|faulty)\(\)\.play\(/, 'becomes members of faults, which are checked'],
  [/^createMockAcquirer\(\)\.(reset|setTerminal)\(/, 'what the mock’s world is, as a test wants it'],
  [/^ledgerFile\(\)/, 'what the mock’s world was'],
  [/^manualTime\(\)/, 'any number that is one; has a test of its own'],
  [/^dossierTables\(/, 'what a dossier shows'],
  [/^create(Follower|Inbox)\(\)\.receive\(/, 'what a message says, verified and read before'],
  [/^(blocker|misfitIn)\(/, 'what a blocker or a paper says'],
  [/^add(Years|WorkingDays)\(/, 'arithmetic; throws RangeError for what is no number of days or years'],
  [/^read(Body|Json)\(/, 'a limit that is none lets nothing through; has a test of its own'],
  [/^(joinBytes|contentRange)\(/, 'arithmetic of bytes that are there'],
  [/^(askedToWait|readRetryAfter)\(now\)/, 'a clock’s instant, and no setting'],
  [/^postgresStore\(pool\)/, 'a setting of the pool, which its own package reads'],
]
