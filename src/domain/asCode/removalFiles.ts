import type { CodeFile, CodeFormat } from './files.ts';
import type { RemovalModel } from './removal.ts';
import { removalBash } from './removalBash.ts';
import { removalPowerShell } from './removalPowerShell.ts';

/**
 * The removal for one tool; `undefined` for those that cannot say that something is to be gone: a template adds and changes, and
 * Terraform only takes away what it keeps in its own state.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/deployment-modes
 */
export function removalFiles(model: RemovalModel, format: CodeFormat): readonly [CodeFile] | undefined {
  switch (format) {
    case 'cli':
      return [{ name: 'remove.sh', text: removalBash(model) }];
    case 'powerShell':
      return [{ name: 'remove.ps1', text: removalPowerShell(model) }];
    case 'arm':
    case 'bicep':
    case 'terraform':
      return undefined;
  }
}
