import type { Format } from '../format.ts';

export const overview = {
  title: 'Ready to delegate?',
  lead: (tenant: string) => `What stands between ${tenant} and a working delegation, checked live.`,
  account: {
    member: 'Your account is a member of this tenant',
    memberAssumed: 'Your account belongs to this tenant (Azure did not say whether it is a guest)',
    externalMember: 'Your account is a member of this tenant; its home is another organisation',
    guest: 'You are a guest in this tenant',
    guestHelp: 'An account of this organisation has to delegate.',
  },
  may: (format: Format, n: number, total: number) =>
    `You may delegate in ${format.number(n)} of ${format.count(total, 'subscription', 'subscriptions')}`,
  mayPartly: (format: Format, n: number, checked: number, total: number) =>
    `You may delegate in ${format.number(n)} of ${format.number(checked)} checked so far (${format.number(total)} in all)`,
  mayNone: 'You may not delegate in any subscription',
  mayNoneHelp:
    'Azure asks for the right on the whole subscription, even for one resource group. Every subscription shows who its Owners are.',
  mayChecking: 'Your right to delegate',
  mayUnknown: 'Whether you may delegate could not be checked',
  accepted: (format: Format, n: number) => `${format.count(n, 'offer', 'offers')} accepted`,
  acceptedNone: 'No offer accepted yet',
  registered: (format: Format, n: number, total: number) =>
    `Microsoft.ManagedServices registered in ${format.number(n)} of ${format.count(total, 'subscription', 'subscriptions')}`,
  registeredPartly: (format: Format, n: number, checked: number, total: number) =>
    `Microsoft.ManagedServices registered in ${format.number(n)} of ${format.number(checked)} checked so far (${format.number(total)} in all)`,
  registeredChecking: 'Registration of Microsoft.ManagedServices',
  registeredUnknown: 'Whether Microsoft.ManagedServices is registered could not be read',
  registeredHelp: 'Where it is missing, a run registers it first.',
  notDelegated: (format: Format, n: number) =>
    `${format.count(n, 'offer is', 'offers are')} accepted and not delegated yet`,
  allDelegated: 'Every accepted offer is delegated somewhere',
  checking: 'Checking',
  needsYou: 'Needs you',
  nothingNeeded: 'Nothing waits for you here.',
  tickDone: 'In place',
  tickOpen: 'Open',
  tickProblem: 'In the way',
  tickUnknown: 'Not known',
  showOffers: 'See the offers',
  showRegistration: 'See the registration',
  showGuide: 'How delegation works',
  map: 'Who works where',
  mapWhole: (offers: string) => `delegated to ${offers}`,
  mapParts: (format: Format, n: number) => `${format.count(n, 'resource group', 'resource groups')} delegated`,
};
