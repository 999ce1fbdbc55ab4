import type { CallOptions, Page } from '../contract/index.ts'

/**
 * Every item of a paged operation, page after page.
 *
 * @throws whatever the operation throws; items already given stay given.
 * @example for await (const terminal of allPages(client.findTerminals, { merchantId: 'm-1' })) console.log(terminal.lifecycleId)
 */
export async function* allPages<Input extends { cursor?: string | undefined }, Item>(
  operation: (input: Input, options?: CallOptions) => Promise<Page<Item>>,
  input: Input,
  options?: CallOptions,
): AsyncGenerator<Item, void, undefined> {
  let cursor: string | null | undefined = input.cursor
  do {
    const page: Page<Item> = await operation({ ...input, ...(cursor && { cursor }) }, options)
    yield* page.items
    // A server that gives the same place twice would keep us for ever.
    cursor = page.nextCursor === cursor ? null : page.nextCursor
  } while (cursor)
}
