const open = new Set<() => void>();

/** Has this called when the test ends, however it ends. */
export function closeAfterTest(close: () => void): void {
  open.add(close);
}

/** Ends everything that the test has opened, also where ending something fails; then throws what it was. */
export function closeAll(): void {
  const failures: unknown[] = [];
  for (const close of open) {
    try {
      close();
    } catch (failure) {
      failures.push(failure);
    }
  }
  open.clear();
  if (failures.length > 0) throw failures[0];
}
