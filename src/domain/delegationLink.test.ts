import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkDelegations, openDelegations, storedDelegationsText } from './delegationLink.ts';
import { delegationId, resourceGroupScope, subscriptionId, subscriptionScope, type DelegationId } from './ids.ts';
import { packText } from './linkText.ts';
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

function textOf(chosen: readonly DelegationId[]): string {
  const linked = linkDelegations(chosen);
  return linked.kind === 'text' ? linked.text : expect.fail('does not fit');
}

describe('chosen delegations in a link', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.array(delegations, { maxLength: 12 }), (chosen) => {
        const linked = linkDelegations(chosen);
        // A dozen with long names of other alphabets may be too long; a few fit always.
        if (linked.kind !== 'text') return expect(chosen.length).toBeGreaterThan(3);
        expect(linked.text.length).toBeLessThanOrEqual(longestLinkText);
        expect(linked.text).toMatch(/^[A-Za-z0-9._*-]+$/);
        expect(openDelegations(linked.text)).toEqual({ kind: 'ids', delegations: chosen });
      }),
    );
  });

  it('are kept elsewhere where there are too many', () => {
    const many = Array.from({ length: 35 }, () =>
      delegationId(subscriptionScope(subscriptionId(crypto.randomUUID())), crypto.randomUUID()),
    );
    expect(linkDelegations(many)).toEqual({ kind: 'tooLong', delegations: many });
    const fitting = linkDelegations(many.slice(1));
    expect(fitting.kind === 'text' && openDelegations(fitting.text)).toEqual({
      kind: 'ids',
      delegations: many.slice(1),
    });
    expect(openDelegations(storedDelegationsText('key-1'))).toEqual({ kind: 'stored', key: 'key-1' });
  });

  it('fit to the last character', () => {
    const where = subscriptionId(crypto.randomUUID());
    const whole = Array.from({ length: 33 }, () => delegationId(subscriptionScope(where), crypto.randomUUID()));
    const inGroup = (length: number) =>
      delegationId(resourceGroupScope(where, 'g'.repeat(length)), crypto.randomUUID());
    const room = longestLinkText - textOf([...whole, inGroup(1)]).length;
    const full = [...whole, inGroup(1 + room)];
    expect(textOf(full)).toHaveLength(longestLinkText);
    expect(openDelegations(textOf(full))).toEqual({ kind: 'ids', delegations: full });
    expect(linkDelegations([...whole, inGroup(2 + room)]).kind).toBe('tooLong');
  });

  it('are kept elsewhere where their names are too long, or are no GUIDs', () => {
    const [where] = Array.from({ length: 1 }, () => subscriptionId(crypto.randomUUID()));
    const inGroup = (length: number) =>
      Array.from({ length: 20 }, () =>
        delegationId(resourceGroupScope(where as NonNullable<typeof where>, 'g'.repeat(length)), crypto.randomUUID()),
      );
    expect(linkDelegations(inGroup(10)).kind).toBe('text');
    expect(linkDelegations(inGroup(60)).kind).toBe('tooLong');
    for (const id of [
      delegationId(subscriptionScope(subscriptionId(crypto.randomUUID())), 'by-hand'),
      'no delegation' as DelegationId,
    ]) {
      expect(linkDelegations([id])).toEqual({ kind: 'tooLong', delegations: [id] });
    }
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
    // One part too many, too few or empty makes all of it nothing.
    const linked = linkDelegations([
      delegationId(resourceGroupScope(subscriptionId(crypto.randomUUID()), 'web'), crypto.randomUUID()),
    ]);
    const text = linked.kind === 'text' ? linked.text : '';
    const [first = '', second = '', third = ''] = text.slice(2).split('*');
    expect(openDelegations(`i.${first}*${second}*${third}`)).toMatchObject({ kind: 'ids' });
    for (const packed of [
      `${first}*x`,
      `x*${second}`,
      `${first}*${second}*`,
      // No name, and the name of nothing that can be: neither is the whole subscription.
      `${first}*${second}*_`,
      `${first}*${second}*${packText('web/other')}`,
      `${first}*${second}*${third}*${third}`,
    ]) {
      expect(openDelegations(`i.${packed}`)).toEqual({ kind: 'invalid' });
    }
    expect(openDelegations(`i${`.${first}*${second}`.repeat(40)}`).kind).toBe('invalid');
    expect(openDelegations('i')).toEqual({ kind: 'ids', delegations: [] });
  });
});
