import type { Format } from '../format.ts';

/** Names of the people who are Owners, from Microsoft Graph, for whoever wants to see them. */
export const ownerNames = {
  lead: 'Azure gives ids only. Microsoft Graph can tell the names of people, if you want to see them.',
  show: 'Show names',
  hide: 'Hide names',
  asking: 'Asking Microsoft Graph for the names',
  shown: (format: Format, known: number, all: number) =>
    known === all
      ? format.count(known, 'name shown', 'names shown')
      : `${format.number(known)} of ${format.count(all, 'name', 'names')} shown: the others are not in this directory, or not for you to see.`,
  unknown: 'Name not found',
  others: 'Names of groups and apps are in the portal, under “Access control (IAM)”.',
  goOn: 'Continue to Microsoft',
  idsRemain: 'The ids stay, and everything else works without names.',
  allow: {
    title: 'Microsoft asks for your permission first',
    what: 'For names, this app needs “Read all users’ basic profiles” (User.ReadBasic.All) of Microsoft Graph. Microsoft asks you on a page of its own, then you come back to this list. Your selection is kept.',
  },
  signIn: {
    title: 'Microsoft wants you to sign in again',
    what: 'For names, Microsoft has to ask you something. Then you come back to this list. Your selection is kept.',
  },
  declined: {
    title: 'Names were not allowed',
    what: 'Either it was declined, or your organisation lets only an administrator allow it. Everything else works without names.',
    administrator: 'An administrator can allow it for everybody here:',
  },
  throttled: {
    title: 'Microsoft Graph asked us to slow down',
    after: (format: Format, seconds: number) => `Try again in ${format.count(seconds, 'second', 'seconds')}.`,
    soon: 'Try again in a minute.',
  },
  notAllowed: {
    title: 'Your account may not read names here',
    what: 'Microsoft Graph refused. Guests, and people in some organisations, may not look others up.',
  },
  blocked: {
    title: 'Microsoft Graph did not answer',
    what: 'Something between this device and Microsoft Graph, such as your organisation’s proxy, may block it.',
  },
  failed: 'The names could not be read',
  privacyNever:
    'There is no server behind this app. Your browser talks to Microsoft’s sign-in, to Azure and, when you ask for names, to Microsoft Graph, and to nobody else.',
  privacy:
    'From Microsoft Graph, only when you press “Show names” beside the Owners: their names and account names, with the permission User.ReadBasic.All. They are not kept: they are gone when you close or reload the page.',
};
