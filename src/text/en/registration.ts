import type { Format } from '../format.ts';

export const registration = {
  title: 'Registration',
  lead: 'Before anything in a subscription can be delegated, Microsoft.ManagedServices has to be registered there. Contributor is enough to do it, nothing is handed to anyone by it, and it costs nothing.',
  table: 'Subscriptions and their registration',
  loading: 'Loading your subscriptions',
  column: { subscription: 'Subscription', state: 'State', right: 'You' },
  select: 'Select',
  selectRow: (name: string) => `Select ${name}`,
  state: {
    notRegistered: 'Not registered',
    registering: 'Registering',
    registered: 'Registered',
    unregistering: 'Unregistering',
    unknown: 'Could not be read',
    notRead: 'Not checked yet',
  },
  mayNotRegister: 'may not register it',
  notNeeded: 'nothing to do',
  search: 'Search by name or ID',
  filter: { all: 'All', open: 'To register', done: 'Registered', blocked: 'Not possible for you' },
  selectAll: (format: Format, n: number) => `Select all ${format.number(n)}`,
  clear: 'Clear selection',
  summary: (format: Format, n: number) => `${format.count(n, 'subscription', 'subscriptions')} selected`,
  action: (format: Format, n: number) =>
    n === 0 ? 'Register' : `Register ${format.count(n, 'subscription', 'subscriptions')}`,
  actionOne: 'Register',
  actionOneLabel: (name: string) => `Register ${name}`,
  running: (done: string, total: string) => `Registering: ${done} of ${total} finished. Usually under a minute.`,
  finished: (format: Format, n: number) => `${format.count(n, 'subscription is', 'subscriptions are')} registered now.`,
  failed: (format: Format, n: number) => `${format.count(n, 'subscription', 'subscriptions')} could not be registered.`,
  counts: (known: string, total: string) => `${known} of ${total} registered`,
  countsPartly: (known: string, total: string, checked: string) =>
    `${known} of ${total} registered, ${checked} checked so far`,
  emptyTitle: 'You see no subscription here',
  emptyWhat:
    'Your account has no role on any subscription of this tenant, or you are signed in to a different tenant than you meant.',
  emptyFiltered: 'No subscription matches.',
  showAll: 'Show all',
};
