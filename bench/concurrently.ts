/** Does the work so many times, so many of them at once: whoever ends takes the next. */
export const concurrently = async (
  times: number,
  atOnce: number,
  work: (place: number) => Promise<unknown>,
): Promise<void> => {
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < times) {
      const place = next
      next += 1
      await work(place)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
