import type { Format } from '../format.ts';

export const needs = {
  unfinishedTitle: 'A run was not finished',
  unfinishedWhat: 'Part of it may have been written to Azure already. Verify that first, then go on with the rest.',
  resume: 'Go on with the run',
  newTitle: (format: Format, n: number, offer: string) =>
    `${format.count(n, 'new subscription is', 'new subscriptions are')} not covered by ${offer}`,
  newWhat: (names: string) =>
    `Added since your last visit: ${names}. The provider works in others of your subscriptions and has no access here.`,
  more: (format: Format, n: number) => `${format.number(n)} more`,
  delegateNew: (format: Format, n: number) => `Delegate ${format.count(n, 'new subscription', 'new subscriptions')}`,
  rightsLater: (format: Format, n: number) =>
    `Your rights in ${format.count(n, 'subscription', 'subscriptions')} are checked where you choose scopes`,
  registrationLater: (format: Format, n: number) =>
    `Whether Microsoft.ManagedServices is registered in ${format.count(n, 'subscription', 'subscriptions')} is read where you look at them`,
  coverage: 'See the coverage',
};

export const map = {
  lead: 'Your subscriptions by management group. Letters stand for the offers they are delegated to; open one to see who could do what there.',
  legend: 'Offers on the map',
  none: 'not delegated',
  unread: 'delegated to an offer that cannot be read',
  noneCount: (format: Format, n: number) => `${format.number(n)} not delegated`,
  group: (format: Format, delegated: number, all: number) =>
    `${format.number(delegated)} of ${format.count(all, 'subscription', 'subscriptions')} delegated`,
  groupOffer: (format: Format, offer: string, n: number) => `${offer}: ${format.number(n)}`,
  open: (group: string) => `Subscriptions in ${group}`,
  showMore: (format: Format, n: number) => `Show ${format.number(n)} more`,
  all: 'See all delegations',
};
