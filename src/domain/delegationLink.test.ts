import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkDelegations, openDelegations, storedDelegationsText } from './delegationLink.ts';
import { delegationId, resourceGroupScope, subscriptionId, subscriptionScope } from './ids.ts';
import { longestLinkText } from './selectionLink.ts';

const guid = fc.uuid();
const groupName = fc
  .string({ unit: fc.constantFrom(...Array.from('aZ09-_.()가힣 é')), minLength: 1, maxLength: 40 })
  .filter((name) => name.trim() === name);
const delegations = fc
  .tuple(guid, fc.option(groupName, { nil: undefined }), guid)
  .map(([where, group, name]) =>
    delegationId(
      group === undefined ? subscriptionScope(subscriptionId(where)) : resourceGroupScope(subscriptionId(where), group),
      name,
    ),
  );

describe('chosen delegations in a link', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.array(delegations, { maxLength: 12 }), (chosen) => {
        const linked = linkDelegations(chosen);
        if (linked.kind !== 'text') return;
        expect(linked.text.length).toBeLessThanOrEqual(longestLinkText);
        expect(linked.text).toMatch(/^[A-Za-z0-9._*-]+$/);
        expect(openDelegations(linked.text)).toEqual({ kind: 'ids', delegations: chosen });
      }),
    );
  });

  it('are kept elsewhere where there are too many', () => {
    const many = Array.from({ length: 41 }, () =>
      delegationId(subscriptionScope(subscriptionId(crypto.randomUUID())), crypto.randomUUID()),
    );
    expect(linkDelegations(many)).toEqual({ kind: 'tooLong', delegations: many });
    expect(openDelegations(storedDelegationsText('key-1'))).toEqual({ kind: 'stored', key: 'key-1' });
  });

  it('are of exactly that form, or nothing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const opened = openDelegations(text);
        if (opened.kind === 'ids') expect(linkDelegations(opened.delegations)).toEqual({ kind: 'text', text });
      }),
    );
    for (const text of ['', 'x', 'i.', 'i.abc', 'k', 'k.', 'k.a.b', 'i'.repeat(2000)]) {
      expect(openDelegations(text)).toEqual({ kind: 'invalid' });
    }
    expect(openDelegations('i')).toEqual({ kind: 'ids', delegations: [] });
  });
});
