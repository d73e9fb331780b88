const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text is a GUID in the usual form, in any case. */
export function isGuid(text: string): boolean {
  return GUID.test(text);
}

/** Whether two names or ids mean the same: Azure compares both without regard to case. */
export function sameId(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
