/** Leading zeros do not count; a longer run of digits is a larger number, however long. */
function comparePart(one: string, other: string): number {
  const a = one.replace(/^0+(?=\d)/, '');
  const b = other.replace(/^0+(?=\d)/, '');
  const numbers = /^\d+$/.test(a) && /^\d+$/.test(b);
  if (numbers && a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Whether one offer version (`n.n.n`) is older (negative), the same (0) or newer (positive) than another: by number, so
 * 1.10.0 is newer than 1.9.0. A missing part counts as 0. Marketplace versions always rise.
 * https://learn.microsoft.com/partner-center/marketplace-offers/create-managed-service-offer-plans
 */
export function compareVersions(one: string, other: string): number {
  const a = one.trim().split('.');
  const b = other.trim().split('.');
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const found = comparePart(a[index] || '0', b[index] || '0');
    if (found !== 0) return Math.sign(found);
  }
  return 0;
}
