const open = new Set<() => void>();

/** Has this called when the test ends, however it ends. */
export function closeAfterTest(close: () => void): void {
  open.add(close);
}

/** Ends everything that the test has opened. */
export function closeAll(): void {
  for (const close of open) close();
  open.clear();
}
