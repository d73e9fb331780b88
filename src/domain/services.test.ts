import { describe, expect, it } from 'vitest';
import { distinctServices, isServiceCode, serviceCodes, serviceOf } from './services.ts';

describe('serviceOf', () => {
  it.each([
    ['Microsoft.Compute/virtualMachines/read', 'compute'],
    ['microsoft.compute/virtualmachines/*', 'compute'],
    ['MICROSOFT.KEYVAULT/vaults/write', 'keyVault'],
    ['Microsoft.RecoveryServices/Vaults/*', 'backup'],
    ['Microsoft.OperationalInsights/workspaces/read', 'monitoring'],
    ['Microsoft.DBforPostgreSQL/servers/*', 'openDatabases'],
    ['Microsoft.ComputeSchedule/x/read', 'compute'],
    ['Microsoft.Quantum/workspaces/read', 'Microsoft.Quantum'],
    ['Oracle.Database/*', 'Oracle.Database'],
    ['*', undefined],
    ['*/read', undefined],
    ['Microsoft.*/read', undefined],
    ['Microsoft.Comp*/read', undefined],
    ['*Microsoft.Compute/read', undefined],
    ['read', undefined],
    ['', undefined],
  ])('%s: %s', (action, expected) => {
    expect(serviceOf(action)).toBe(expected);
  });

  it('has a word for each code, and codes never look like namespaces', () => {
    expect(serviceCodes.length).toBeGreaterThan(40);
    expect(serviceCodes.every(isServiceCode)).toBe(true);
    expect(isServiceCode('Microsoft.Quantum')).toBe(false);
  });
});

describe('distinctServices', () => {
  it('names each once, in one order, whatever the case of a namespace', () => {
    expect(distinctServices(['web', 'microsoft.quantum', 'compute', 'Microsoft.Quantum', 'web'])).toEqual([
      'compute',
      'Microsoft.Quantum',
      'web',
    ]);
    expect(distinctServices(['web', 'microsoft.quantum', 'Microsoft.Quantum'])).toEqual(
      distinctServices(['Microsoft.Quantum', 'microsoft.quantum', 'web']),
    );
  });
});
