import { type Command, ends } from '../context.ts'
import { verifyStore } from './verify.ts'

/** Copies what there is while it is in use, and verifies the copy: a back-up that nobody has read is none. */
export const backup: Command = async (context) => {
  const { home, rest, words, host } = context
  const [folder] = rest
  if (folder === undefined) return ends.misused
  for (const file of await home.backup(folder)) host.complain(`${file} ${words.copied}`)
  const copy = await host.openHome(folder, { make: false, incomplete: 'refuse' })
  try {
    return await verifyStore(context, copy.store)
  } finally {
    await copy.close()
  }
}
