/*
 * A run that waits for a sign-in leaves the page, and is to go on by itself when the person is back. The mark says so; it
 * is kept in this tab only, and is good for one return.
 */

const key = 'lighthouse.resume';

/** Says that the run of this tab goes on after the return. */
export function markResume(): void {
  try {
    sessionStorage.setItem(key, '1');
  } catch {
    // Without it the unfinished run is found all the same, and the person is asked.
  }
}

/** Whether a run of this tab is to go on; says so once. */
export function takeResumeMark(): boolean {
  try {
    const marked = sessionStorage.getItem(key) !== null;
    sessionStorage.removeItem(key);
    return marked;
  } catch {
    return false;
  }
}
