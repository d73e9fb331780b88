import type { Comparison } from '../../domain/givesMore.ts';
import type { Catalog } from '../../text/en/catalog.ts';

/** How an update is spoken of: by its versions, or, as templates have none, as what is stored and what the template says. */
export function updateWords({ update, templateUpdate }: Catalog, isTemplate: boolean, old: string, version: string) {
  if (isTemplate) {
    const { before, after, keep, accept, confirm } = templateUpdate;
    return {
      verdict: (verdict: Comparison['verdict']) => templateUpdate.verdict[verdict],
      before,
      after,
      keep,
      accept,
      confirm,
    };
  }
  return {
    verdict: (verdict: Comparison['verdict']) => update.verdict[verdict](version),
    before: update.column.before(old),
    after: update.column.after(version),
    keep: update.keep(old),
    accept: update.accept(version),
    confirm: (provider: string, tenant: string, scopes: string) => update.confirm(provider, tenant, version, scopes),
  };
}
