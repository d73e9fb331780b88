import { describe, expect, it } from 'vitest';
import { principalId, subscriptionId, subscriptionScope } from '../../domain/ids.ts';
import { readDenials } from './denials.ts';
import type { ArmReader } from './reader.ts';

const never = new AbortController().signal;
const scope = subscriptionScope(subscriptionId('5a000001-0000-4000-8000-000000000001'));
const me = principalId('a0000000-0000-4000-8000-00000000000a');
const everyone = { id: '00000000-0000-0000-0000-000000000000', type: 'SystemDefined' };
const group = { id: 'b0000000-0000-4000-8000-00000000000b', type: 'Group' };

function deny(name: string, properties: object): object {
  const permissions = [{ actions: ['*/write'], notActions: [] }];
  return { id: `/denials/${name}`, name, properties: { denyAssignmentName: name, scope, permissions, ...properties } };
}

/** What Azure lists at the scope, and what of it it lists for this person when asked with groups followed. */
function azureWith(atScope: readonly object[], mine: readonly object[] = []) {
  const filters: (string | undefined)[] = [];
  const unused = () => Promise.reject(new Error('Not asked for'));
  const reader: ArmReader = {
    get: unused,
    put: unused,
    listUpTo: unused,
    postList: unused,
    list: async (_path, _version, query) => {
      filters.push(query.$filter);
      return query.$filter === 'atScope()' ? atScope : mine;
    },
  };
  return { filters, names: async () => (await readDenials(reader, scope, me, never)).map(({ name }) => name) };
}

describe('deny assignments', () => {
  it('apply to whom they name, to everybody, and not to those left out', async () => {
    const { filters, names } = azureWith([
      deny('me', { principals: [{ id: me.toUpperCase(), type: 'User' }] }),
      deny('everybody', { principals: [everyone] }),
      deny('everybody but me', { principals: [everyone], excludePrincipals: [{ id: me, type: 'User' }] }),
      deny('somebody else', { principals: [{ id: 'x', type: 'User' }] }),
      deny('nobody', { principals: null }),
    ]);
    expect(await names()).toEqual(['me', 'everybody']);
    expect(filters).toEqual(['atScope()']);
  });

  it('from above do not apply below where they say so', async () => {
    const above = { principals: [everyone], scope: '/providers/Microsoft.Management/managementGroups/root' };
    const { names } = azureWith([
      deny('inherited', above),
      deny('not for children', { ...above, doNotApplyToChildScopes: true }),
      deny('here', { principals: [everyone], scope: scope.toUpperCase(), doNotApplyToChildScopes: true }),
    ]);
    expect(await names()).toEqual(['inherited', 'here']);
  });

  it('of groups are Azure’s to decide, who alone knows the members', async () => {
    const ours = deny('our group', { principals: [group] });
    const leftOut = deny('everybody but a group', { principals: [everyone], excludePrincipals: [group] });
    const { filters, names } = azureWith(
      [ours, leftOut, deny('me', { principals: [{ id: me, type: 'User' }] })],
      [ours],
    );
    expect(await names()).toEqual(['our group', 'me']);
    expect(filters).toEqual(['atScope()', `atScope() and assignedTo('${me}')`]);
  });
});
