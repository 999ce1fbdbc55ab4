/** Two hundred reads and two hundred writes, fifty of them under way at any time. */
export const fifty = async (read: () => Promise<unknown>, write: () => Promise<unknown>): Promise<void> => {
  let left = 400
  const lane = async () => {
    while (left > 0) {
      left -= 1
      await (left % 2 === 0 ? read() : write())
    }
  }
  await Promise.all(Array.from({ length: 50 }, lane))
}
