/** Says where the app is and whom to be there. */
export function sayWelcome(url: string): void {
  console.log(`
  ${url}

  Everything behind it is emulated on this machine: nobody signs in to the real Azure, nothing leaves.
  Sign in as "owner" to delegate; as "guestOwner", "contributor" or "reader" to see what those are told.

  Ctrl+C ends it.
`);
}

/** Resolves when a person or the system asks the process to end. A second Ctrl+C ends it at once. */
export function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
