import { describe, expect, it } from 'vitest';
import { idKey, isGuid, parseCopyId, parseDelegationId, parseScope, roleId, sameId } from './ids.ts';

const guid = 'ABCDEF00-0000-4000-8000-000000000001';
const lower = guid.toLowerCase();
const name = 'DDDDDDDD-0000-4000-8000-000000000001';
const copies = 'providers/Microsoft.ManagedServices/registrationDefinitions';
const delegations = 'providers/Microsoft.ManagedServices/registrationAssignments';

describe('an id as Azure echoes it', () => {
  it.each([
    [`/subscriptions/${guid}`, `/subscriptions/${lower}`],
    [` subscriptions/${guid}/ `, `/subscriptions/${lower}`],
    [`/SUBSCRIPTIONS/${guid}/resourcegroups/Web`, `/subscriptions/${lower}/resourceGroups/Web`],
  ])('%s is the scope %s', (text, id) => expect(parseScope(text)?.id).toBe(id));

  it.each(['', '/subscriptions/x', `/x/subscriptions/${guid}`, `/subscriptions/${guid}/resourceGroups/a/b`, guid])(
    '%s is no scope',
    (text) => expect(parseScope(text)).toBeUndefined(),
  );

  it.each([`/subscriptions/${guid}/${copies}/${name}`, ` subscriptions/${guid}/${copies.toUpperCase()}/${name}/ `])(
    '%s is a copy',
    (text) => {
      expect(parseCopyId(text)).toEqual({
        id: `/subscriptions/${lower}/${copies}/${name.toLowerCase()}`,
        subscriptionId: lower,
        name: name.toLowerCase(),
      });
    },
  );

  it.each([
    '',
    `/subscriptions/${guid}/${copies}`,
    `/x/subscriptions/${guid}/${copies}/a`,
    `/subscriptions/${guid}/${copies}/a/b`,
  ])('%s is no copy', (text) => expect(parseCopyId(text)).toBeUndefined());

  it.each([
    [`/subscriptions/${guid}/${delegations}/${name}`, `/subscriptions/${lower}`],
    [`subscriptions/${guid}/resourceGroups/Web/${delegations}/${name}/ `, `/subscriptions/${lower}/resourceGroups/Web`],
  ])('%s is a delegation', (text, scope) => {
    expect(parseDelegationId(text)).toEqual({
      id: `${scope}/${delegations}/${name.toLowerCase()}`,
      scope,
      name: name.toLowerCase(),
    });
  });

  it.each([
    '',
    `/x/${delegations}/a`,
    `/subscriptions/${guid}/${delegations}`,
    `/subscriptions/${guid}/${delegations}/a/b`,
    `x\n/subscriptions/${guid}/${delegations}/a`,
  ])('%s is no delegation', (text) => expect(parseDelegationId(text)).toBeUndefined());

  it('names the same thing in other letters, with other slashes and blanks around', () => {
    expect(idKey(' //Subscriptions/A// ')).toBe('/subscriptions/a');
    expect(sameId('/subscriptions/A', 'Subscriptions/a/')).toBe(true);
    expect(sameId('/subscriptions/A', '/subscriptions/A/b')).toBe(false);
  });

  it('ends in the id of a role', () => {
    expect(roleId(` /providers/Microsoft.Authorization/roleDefinitions/${guid} `)).toBe(lower);
    expect(isGuid(guid)).toBe(true);
    expect(isGuid(`x${guid}`) || isGuid(`${guid}x`)).toBe(false);
  });
});
