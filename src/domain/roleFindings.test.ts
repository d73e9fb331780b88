import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingCodes, levelOfCode, levelOfFindings, type Finding, type FindingCode } from './findings.ts';
import { findingsOf, type RoleRights } from './roleFindings.ts';
import { dangers } from './roleDangers.ts';
import { includedIn } from './roleGrants.ts';
import { basics, onlyAsks } from './roleNoise.ts';
import { isServiceCode, serviceOf } from './services.ts';

function role(
  actions: readonly string[],
  notActions: readonly string[] = [],
  dataActions: readonly string[] = [],
): RoleRights {
  return { permissions: [{ actions, notActions }], dataActions };
}

const contributorNotActions = [
  'Microsoft.Authorization/*/Delete',
  'Microsoft.Authorization/*/Write',
  'Microsoft.Authorization/elevateAccess/Action',
  'Microsoft.Blueprint/blueprintAssignments/write',
  'Microsoft.Blueprint/blueprintAssignments/delete',
];

/** What nearly every built-in role carries besides its own. */
const usual = [
  'Microsoft.Authorization/*/read',
  'Microsoft.Insights/alertRules/*',
  'Microsoft.Resources/deployments/*',
  'Microsoft.Resources/subscriptions/resourceGroups/read',
  'Microsoft.ResourceHealth/availabilityStatuses/read',
];

describe('what is said of a role', () => {
  const codes = (rights: RoleRights) => findingsOf(rights).map(({ code }) => code);

  it('is unknown where an action names no service, or has no form that Azure documents', () => {
    expect(findingsOf(role(['things/read']))).toEqual([{ code: 'unknownActions', actions: ['things/read'] }]);
    expect(codes(role([], [], ['Contoso.Things/x/entangle']))).toContain('unknownActions');
    expect(codes(role([], [], ['Contoso.Things/*']))).toContain('unknownActions');
  });

  it('does not count blanks around a data action', () => {
    const services = (action: string) => findingsOf(role([], [], [action]));
    expect(services(' Microsoft.Storage/storageAccounts/read ')).toEqual(
      services('Microsoft.Storage/storageAccounts/read'),
    );
  });

  it('is said once: nothing of single services beside everything, but what is done to data', () => {
    const all = findingsOf(role(['*', 'Microsoft.Storage/*'], [], ['Microsoft.Storage/*']));
    expect(all).toContainEqual({ code: 'dataActions', services: ['storage'] });
    for (const code of ['mayReachData', 'changesService', 'deletes', 'readsService'])
      expect(all.map((one) => one.code)).not.toContain(code);
    expect(codes(role(['*/read', 'Microsoft.Storage/storageAccounts/read']))).not.toContain('readsService');
  });
});

describe('findingsOf', () => {
  const table: readonly (readonly [string, RoleRights, readonly Finding[]])[] = [
    ['nothing at all', role([]), [{ code: 'basics' }]],
    ['only what every role carries', role(usual), [{ code: 'basics' }]],
    ['registering a provider', role(['Microsoft.Compute/register/action']), [{ code: 'basics' }]],
    ['support', role([...usual, 'Microsoft.Support/*']), [{ code: 'opensSupport' }]],
    [
      'ending its own access',
      role([
        'Microsoft.ManagedServices/registrationAssignments/read',
        'Microsoft.ManagedServices/registrationAssignments/delete',
        'Microsoft.ManagedServices/operationStatuses/read',
      ]),
      [{ code: 'removesItself' }],
    ],
    ['Reader', role(['*/read']), [{ code: 'readsEverything' }, { code: 'queriesLogs' }]],
    [
      'reading one service',
      role([...usual, 'Microsoft.Compute/*/read']),
      [{ code: 'readsService', services: ['compute'] }],
    ],
    [
      'reading a service without a word for it',
      role(['Microsoft.Quantum/*/read', 'microsoft.quantum/workspaces/read']),
      [{ code: 'readsService', services: ['Microsoft.Quantum'] }],
    ],
    [
      'searching logs',
      role(['Microsoft.OperationalInsights/workspaces/search/action']),
      [{ code: 'readsService', services: ['monitoring'] }, { code: 'queriesLogs' }],
    ],
    [
      'only asking',
      role(['Microsoft.Network/checkDnsAvailability/action']),
      [{ code: 'readsService', services: ['network'] }],
    ],
    [
      'changing one service',
      role([...usual, 'Microsoft.Network/*', 'Microsoft.Support/*']),
      [
        { code: 'changesService', services: ['network'] },
        { code: 'deletes', services: ['network'] },
        { code: 'opensSupport' },
      ],
    ],
    ['only deleting', role(['Microsoft.Cdn/*/delete']), [{ code: 'deletes', services: ['cdn'] }]],
    [
      'every right on a service that nobody judged',
      role(['Microsoft.Quantum/*']),
      [
        { code: 'unknownActions', actions: ['Microsoft.Quantum/*'] },
        { code: 'mayReachData', services: ['Microsoft.Quantum'] },
        { code: 'changesService', services: ['Microsoft.Quantum'] },
        { code: 'deletes', services: ['Microsoft.Quantum'] },
      ],
    ],
    [
      'keys, named',
      role(['Microsoft.Storage/storageAccounts/listKeys/action', 'Microsoft.Storage/storageAccounts/read']),
      [
        { code: 'readsSecrets', services: ['storage'] },
        { code: 'readsService', services: ['storage'] },
      ],
    ],
    [
      'keys, replaced: that is a change too',
      role(['Microsoft.Storage/storageAccounts/regeneratekey/action']),
      [
        { code: 'readsSecrets', services: ['storage'] },
        { code: 'changesService', services: ['storage'] },
      ],
    ],
    [
      'keys, of a service that nobody had heard of',
      role(['Microsoft.Quantum/workspaces/listKeys/action']),
      [{ code: 'readsSecrets', services: ['Microsoft.Quantum'] }],
    ],
    [
      'keys, through a wildcard',
      role(['Microsoft.Storage/*']),
      [
        { code: 'readsSecrets', services: ['storage'] },
        { code: 'changesService', services: ['storage'] },
        { code: 'deletes', services: ['storage'] },
      ],
    ],
    [
      'keys, through a wildcard in the middle',
      role(['Microsoft.Storage/*/listKeys/action'], []),
      [
        { code: 'readsSecrets', services: ['storage'] },
        { code: 'changesService', services: ['storage'] },
      ],
    ],
    [
      'keys taken out again',
      role(
        ['Microsoft.DocumentDB/databaseAccounts/*'],
        [
          'Microsoft.DocumentDB/databaseAccounts/*keys*',
          'Microsoft.DocumentDB/databaseAccounts/listConnectionStrings/*',
          'Microsoft.DocumentDB/*RoleAssignments/*',
        ],
      ),
      [
        { code: 'mayReachData', services: ['cosmosDb'] },
        { code: 'changesService', services: ['cosmosDb'] },
        { code: 'deletes', services: ['cosmosDb'] },
      ],
    ],
    [
      'a pattern that its own entry takes out as a whole',
      role(['Microsoft.Network/*/read', 'Microsoft.Network/dnsZones/write'], ['Microsoft.Network/*/write']),
      [{ code: 'readsService', services: ['network'] }],
    ],
    [
      'commands on machines',
      role(['Microsoft.Compute/virtualMachines/runCommand/action']),
      [
        { code: 'runsCode', services: ['compute'] },
        { code: 'changesService', services: ['compute'] },
      ],
    ],
    [
      'identities, as Azure writes it',
      role(['Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action']),
      [{ code: 'usesIdentities' }, { code: 'changesService', services: ['identity'] }],
    ],
    [
      'identities, plainly',
      role(['Microsoft.ManagedIdentity/userAssignedIdentities/assign/action']),
      [{ code: 'usesIdentities' }, { code: 'changesService', services: ['identity'] }],
    ],
    [
      'administrators of databases',
      role(['Microsoft.Sql/servers/administrators/write']),
      [
        { code: 'changesSecurity', services: ['sql'] },
        { code: 'changesService', services: ['sql'] },
      ],
    ],
    [
      'data',
      role([], [], ['Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read']),
      [{ code: 'dataActions', services: ['storage'] }],
    ],
    ['data of everything', role([], [], ['*']), [{ code: 'dataActions', services: 'all' }]],
    [
      'whole resource groups',
      role(['Microsoft.Resources/subscriptions/resourceGroups/delete']),
      [{ code: 'deletesEverything' }, { code: 'deletes', services: ['governance'] }],
    ],
    [
      'policies',
      role(['Microsoft.Authorization/policyAssignments/*']),
      [
        { code: 'writesPolicies' },
        { code: 'changesService', services: ['access'] },
        { code: 'deletes', services: ['access'] },
      ],
    ],
    [
      'Contributor',
      role(['*'], contributorNotActions),
      [
        { code: 'changesEverything' },
        { code: 'readsSecrets', services: 'all' },
        { code: 'runsCode', services: 'all' },
        { code: 'usesIdentities' },
        { code: 'changesSecurity', services: 'all' },
        { code: 'queriesLogs' },
      ],
    ],
    [
      'User Access Administrator',
      role(['*/read', 'Microsoft.Authorization/*', 'Microsoft.Support/*']),
      [
        { code: 'handsOutAccess' },
        { code: 'writesPolicies' },
        { code: 'changesService', services: ['access'] },
        { code: 'deletes', services: ['access'] },
        { code: 'readsEverything' },
        { code: 'queriesLogs' },
        { code: 'opensSupport' },
      ],
    ],
    [
      'actions of an unknown form',
      role(['Microsoft.Compute/virtualMachines', 'nonsense', '']),
      [{ code: 'unknownActions', actions: ['', 'Microsoft.Compute/virtualMachines', 'nonsense'] }],
    ],
    [
      'a stray space',
      role(['Microsoft.Compute/virtualMachines/read ']),
      [{ code: 'readsService', services: ['compute'] }],
    ],
    [
      'a recovery file of a sensor',
      role(['Microsoft.Security/iotSensors/downloadResetPassword/action']),
      [{ code: 'readsService', services: ['security'] }],
    ],
  ];

  it.each(table)('%s', (_, rights, expected) => {
    expect(findingsOf(rights)).toEqual(expected);
  });

  it.each([
    ['*', 5],
    ['*/write', 5],
    ['*/delete', 4],
    ['*/action', 5],
    ['Microsoft.*/write', 5],
    ['*/listKeys/action', 4],
    ['Microsoft.Authorization/*', 5],
    ['Microsoft.Authorization/*/write', 5],
    ['Microsoft.Authorization/roleAssignments/write', 5],
    ['microsoft.authorization/ROLEASSIGNMENTS/Write', 5],
    ['Microsoft.Authorization/roleAssignmentsOfTheFuture/write', 5],
    ['Microsoft.Authorization/locks/delete', 2],
    ['Microsoft.KeyVault/vaults/*', 3],
    ['Microsoft.KeyVault/vaults/read', 1],
    ['Microsoft.Compute/disks/beginGetAccess/action', 3],
    ['Microsoft.Web/sites/config/list/Action', 3],
    ['Microsoft.Web/sites/publishxml/Action', 3],
    ['Microsoft.ContainerService/managedClusters/listClusterAdminCredential/action', 3],
    ['Microsoft.Automation/automationAccounts/runbooks/write', 3],
    ['Microsoft.HybridCompute/machines/extensions/write', 3],
    ['Microsoft.OperationalInsights/workspaces/sharedKeys/action', 3],
    ['Microsoft.Insights/alertRules/', 0],
    // A change in a service that nobody has judged may do anything; what gives itself away by its shape says what it does.
    ['Microsoft.Quantum/workspaces/entangle/action', 4],
    ['Microsoft.Quantum/workspaces/*', 4],
    ['Contoso.Observability/monitors/link/action', 4],
    ['Microsoft.Quantum/workspaces/write', 4],
    ['Microsoft.Quantum/workspaces/delete', 4],
    ['Microsoft.Compute/virtualMachines/delete', 2],
    ['Microsoft.Quantum/workspaces/read', 1],
    ['Microsoft.Quantum/workspaces/listKeys/action', 3],
    ['Microsoft.Quantum/checkNameAvailability/action', 1],
  ] as const)('%s alone: level %i', (action, level) => {
    expect(levelOfFindings(findingsOf(role([action])))).toBe(level);
  });

  it.each(dangers.flatMap((danger) => danger.named.map((action) => [action, danger.code] as const)))(
    '%s is found by name: %s',
    (action, code) => {
      const codes = findingsOf(role([action])).map((finding) => finding.code);
      expect(codes).toContain(code);
      const wildcard = `${action.split('/')[0] ?? ''}/*`;
      expect(findingsOf(role([wildcard])).map((finding) => finding.code)).toContain(code);
    },
  );

  it('lists what it finds strongest first, each code once', () => {
    for (const [, rights] of table) {
      const codes = findingsOf(rights).map((finding) => finding.code);
      expect(codes).toEqual(findingCodes.filter((code) => codes.includes(code)));
    }
  });

  it('has a test for every code', () => {
    const seen = new Set<FindingCode>(table.flatMap(([, , findings]) => findings.map((finding) => finding.code)));
    // These two do not come from a role's own actions.
    expect(findingCodes.filter((code) => !seen.has(code))).toEqual(['handsOutRoles', 'unknownRole']);
  });
});

describe('the level', () => {
  const segments = fc.constantFrom(
    'Microsoft.Compute',
    'Microsoft.Storage',
    'Microsoft.Network',
    'Microsoft.Authorization',
    'Microsoft.Quantum',
    'Microsoft.Support',
    '*',
  );
  const middle = fc.constantFrom(
    'virtualMachines',
    'storageAccounts',
    'roleAssignments',
    'listKeys',
    'runCommand',
    'vaults',
    'deployments',
    '*',
  );
  const end = fc.constantFrom('read', 'write', 'delete', 'action', '*', 'odd');
  const action = fc.tuple(segments, middle, end).map((parts) => parts.join('/'));
  const entry = fc.record({
    actions: fc.array(action, { maxLength: 4 }),
    notActions: fc.array(action, { maxLength: 2 }),
  });
  const rights = fc.record({
    permissions: fc.array(entry, { minLength: 1, maxLength: 3 }),
    dataActions: fc.array(action, { maxLength: 2 }),
  });
  const level = (of: RoleRights) => levelOfFindings(findingsOf(of));

  it('never falls when an action is added', () => {
    fc.assert(
      fc.property(rights, action, fc.nat(), (before, more, at) => {
        const permissions = before.permissions.map((one, index) =>
          index === at % before.permissions.length ? { ...one, actions: [...one.actions, more] } : one,
        );
        expect(level({ ...before, permissions })).toBeGreaterThanOrEqual(level(before));
      }),
    );
  });

  it('never falls when an entry or a data action is added, and never rises by a notAction', () => {
    fc.assert(
      fc.property(rights, entry, action, (before, more, one) => {
        expect(level({ ...before, permissions: [...before.permissions, more] })).toBeGreaterThanOrEqual(level(before));
        expect(level({ ...before, dataActions: [...before.dataActions, one] })).toBeGreaterThanOrEqual(level(before));
        const less = before.permissions.map((entryBefore) => ({
          ...entryBefore,
          notActions: [...entryBefore.notActions, one],
        }));
        expect(level({ ...before, permissions: less })).toBeLessThanOrEqual(level(before));
      }),
    );
  });

  it('does not depend on order or case', () => {
    fc.assert(
      fc.property(rights, (one) => {
        const other = {
          permissions: one.permissions
            .map((each) => ({
              actions: each.actions.map((text) => text.toUpperCase()).reverse(),
              notActions: each.notActions,
            }))
            .reverse(),
          dataActions: [...one.dataActions].reverse(),
        };
        expect(level(other)).toBe(level(one));
      }),
    );
  });

  it('of a wildcard that may change everything is at least 4, whatever is taken out', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('*', '*/write', '*/delete', '*/action'),
        fc.array(
          action.filter((text) => !text.startsWith('*')),
          { maxLength: 4 },
        ),
        (wide, notActions) => {
          expect(level(role([wide], notActions))).toBeGreaterThanOrEqual(4);
        },
      ),
    );
  });

  it('of a wildcard over a service that nobody has judged is never below that of anything it includes', () => {
    const types = fc.array(fc.constantFrom('workspaces', 'jobs', 'listKeys', 'runCommand', 'extensions', 'odd'), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(types, fc.constantFrom('read', 'write', 'delete', 'action'), (parts, verb) => {
        const one = `Microsoft.Quantum/${parts.join('/')}/${verb}`;
        expect(level(role(['Microsoft.Quantum/*']))).toBeGreaterThanOrEqual(level(role([one])));
        expect(level(role([`Microsoft.Quantum/${parts[0] ?? ''}/*`]))).toBeGreaterThanOrEqual(level(role([one])));
      }),
    );
  });

  it('of any change in a service that nobody has judged is at least 4, unless its shape says which danger it is', () => {
    const word = fc.stringMatching(/^[a-z][a-zA-Z]{2,11}$/);
    const namespace = fc
      .tuple(fc.constantFrom('Microsoft', 'Contoso', 'NewRelic'), word)
      .map((parts) => parts.join('.'))
      .filter((one) => !one.startsWith('Microsoft.') || !isServiceCode(serviceOf(`${one}/x/read`) ?? 'Nobody.knows'));
    const shaped = dangers.flatMap((danger) => danger.shaped);
    const asked = (one: string) => includedIn(onlyAsks, one) || includedIn(basics, one);
    const one = fc
      .tuple(
        namespace,
        fc.array(word, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('write', 'delete', 'action', '*'),
      )
      .map(([service, types, verb]) => [service, ...types, verb].join('/'))
      .filter((text) => !includedIn(shaped, text) && !asked(text));
    fc.assert(
      fc.property(one, rights, (change, others) => {
        expect(level(role([change]))).toBeGreaterThanOrEqual(4);
        const permissions = [...others.permissions, { actions: [change.toUpperCase()], notActions: [] }];
        expect(level({ ...others, permissions })).toBeGreaterThanOrEqual(4);
      }),
    );
  });

  it('orders codes from strongest to weakest', () => {
    const levels = findingCodes.map(levelOfCode);
    expect(levels).toEqual(levels.toSorted((one, other) => other - one));
    expect(levelOfFindings([])).toBe(0);
  });
});
