import type { Format } from '../format.ts';

/** Accepting an offer of the marketplace without the portal, and its versions. */
export const acceptHere = {
  other: 'Accept here instead',
  choose: 'Choose a subscription above to accept the offer here.',
  title: 'Accept here, without the portal',
  preparing: 'Checking the subscription',
  unproven:
    'The app writes the offer with its marketplace plan itself. Microsoft documents accepting in the Azure portal; writing it has not been proven on a real Azure yet. If Azure refuses, nothing changes, and the portal is the way.',
  willTitle: 'What will be written',
  will: (subscription: string) =>
    `One copy of the offer, in ${subscription}. Nothing is delegated, so nobody gets access yet.`,
  registers: 'Microsoft.ManagedServices is registered there first.',
  cannotTitle: 'It cannot be accepted in this subscription',
  alreadyTitle: 'The offer is stored there already',
  action: 'Accept the offer',
  back: 'Back to the offer',
  confirm: (provider: string, tenant: string, version: string, subscription: string) =>
    `I accept version ${version} of this offer from ${provider} (${tenant}) into ${subscription}. I know that the provider gets my contact details, and I have read the terms where they are shown: in the Azure portal.`,
  versionsTitle: 'Versions',
  templateVersions: 'An offer from a template has no versions. To update it, open the newer template of your provider.',
  copies: (format: Format, n: number, version: string) => `${format.count(n, 'copy', 'copies')} on version ${version}`,
  newest: (version: string) => `Newest on the marketplace: ${version}`,
};
