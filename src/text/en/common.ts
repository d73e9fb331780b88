import type { Format } from '../format.ts';

export const common = {
  product: 'Lighthouse Onboarding',
  retry: 'Try again',
  cancel: 'Cancel',
  back: 'Back',
  close: 'Close',
  details: 'Details',
  copyId: (what: string) => `Copy ${what}`,
  copied: 'Copied',
  done: 'done',
  unknown: 'Unknown',
  subscription: 'Subscription',
  resourceGroup: 'Resource group',
  tenantId: 'Tenant ID',
  asWritten: 'As written by the provider',
  unnamed: 'No name given',
  fromService: 'name as Azure gives it',
  loading: 'Loading',
  problemDetails: {
    code: 'Code',
    message: 'Azure’s words',
    request: 'Request ID',
  },
  scopes: (format: Format, n: number) => format.count(n, 'scope', 'scopes'),
  subscriptions: (format: Format, n: number) => format.count(n, 'subscription', 'subscriptions'),
  resourceGroups: (format: Format, n: number) => format.count(n, 'resource group', 'resource groups'),
};
