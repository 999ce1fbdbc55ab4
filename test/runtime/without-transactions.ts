import { DatabaseSync } from 'node:sqlite'

/** A database on which every statement is a transaction of its own: what the tests of atomicity must notice. */
export class WithoutTransactions extends DatabaseSync {
  override exec(sql: string): void {
    if (!/^(BEGIN|COMMIT|ROLLBACK)/.test(sql)) super.exec(sql)
  }
}
