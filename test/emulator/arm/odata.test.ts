import { describe, expect, it } from 'vitest';
import { ArmError } from './errors.ts';
import { called, knowOnly, parseFilter, wanted } from './odata.ts';

describe('a $filter', () => {
  it('has no terms where there is none', () => {
    expect(parseFilter(undefined)).toEqual([]);
    expect(parseFilter(' ')).toEqual([]);
  });

  it.each([
    ["managedByTenantId eq 'A'", 'managedByTenantId', ['A']],
    ['principalId eq 0000-1', 'principalid', ['0000-1']],
    ["managedByTenantId in ('a', 'b')", 'ManagedByTenantId', ['a', 'b']],
    ["roleName eq 'Owner''s and more'", 'roleName', ["Owner's and more"]],
    ["tagName eq 'team' and tagValue eq 'a and b'", 'tagValue', ['a and b']],
  ])('%s wants of %s %j', (text, name, values) => {
    expect(wanted(parseFilter(text), name)).toEqual(values);
  });

  it.each([
    ['atScope()', 'atScope', ''],
    ["atScope() and assignedTo('x')", 'assignedTo', 'x'],
    ['asTarget()', 'atScope', undefined],
  ])('%s calls %s with %s', (text, name, argument) => {
    expect(called(parseFilter(text), name)).toBe(argument);
  });

  it.each(['nonsense', "a ne 'b'", 'managedByTenantId+in+(%27a%27)'])('%s is refused', (text) => {
    expect(() => parseFilter(text)).toThrow(ArmError);
  });

  it('is refused where it asks for fields the operation does not know', () => {
    expect(() => knowOnly(parseFilter("name eq 'x'"), ['tagName'])).toThrow(ArmError);
    expect(() => knowOnly(parseFilter("TAGNAME eq 'x'"), ['tagName'])).not.toThrow();
  });
});
