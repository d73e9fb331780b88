import type { AccessLevel } from '../../domain/findings.ts';
import type { Catalog } from '../../text/en/catalog.ts';

/** The word for a level of access. */
export function levelWord(level: AccessLevel, t: Catalog): string {
  return t.access.level[`l${level}`];
}
