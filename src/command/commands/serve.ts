import type { Asked } from '../asked.ts'
import { type End, ends } from '../context.ts'
import { objectIn } from '../file.ts'
import type { CommandHost } from '../host.ts'
import { wordsIn } from '../words.ts'

/** The back end over HTTP. Who may come stands in a file, which holds no secret: tokens are in it by their SHA-256 alone. */
export const serve = async ({ values, locale }: Asked, host: CommandHost): Promise<End> => {
  const { data: folder, port, people, systems } = values
  if (people === undefined) return ends.misused
  if (systems === undefined) host.complain(wordsIn(locale).mock)
  const known = await objectIn(people, host.read(people))
  await host.serve({ folder, port: Number(port), people: known, systems }, (url) => host.print(url))
  return ends.fine
}
