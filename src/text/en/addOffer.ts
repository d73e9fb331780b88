import { providerMessage } from '../providerMessage.ts';
import type { IdentifierFault } from '../../domain/planIdentifier.ts';

/** Bringing in an offer from the marketplace. */
export const addOffer = {
  title: 'Add an offer from the marketplace',
  add: 'Add an offer',
  lead: 'Look at an offer in full before anybody accepts it. Nothing is written before you confirm.',
  which: 'Which offer?',
  field: 'Identifier of the offer, or the link that your provider sent',
  hint: 'publisher.product.plan, with a version such as 1.0.0 at the end if you want a particular one',
  lookUp: 'Look up',
  refused: {
    tooFewParts: 'An identifier has at least three parts with dots between them: publisher.product.plan.',
    emptyPart: 'One of the three parts, publisher, product and plan, is empty.',
    strangeCharacters: 'Publisher, product and plan consist of letters, digits, hyphens and underscores only.',
    badVersion: 'The version at the end must be three numbers, such as 1.0.0.',
    tooLong: 'This is too long to be the identifier of an offer.',
  } satisfies Record<IdentifierFault, string>,
  subscription: 'Subscription that will hold the offer',
  anySubscription: 'As everybody sees it',
  subscriptionHint:
    'One is enough, whatever you delegate later. Private plans show only to the subscriptions that the provider listed.',
  loading: 'Asking the marketplace',
  failedTitle: 'The marketplace could not be asked',
  unknownTitle: 'The marketplace shows no such offer here',
  unknownWhat: 'Check the identifier with your provider. It may also have stopped selling this plan.',
  unknownPrivate:
    'If the plan is private, choose a subscription that the provider listed for it: nobody else can see it.',
  unknownPrivateHere:
    'If the plan is private, this subscription is not on the provider’s list. Ask the provider to add it, or choose one that is.',
  unknownPreview: 'An offer in preview shows only to the audience that the provider listed.',
  unknownVersion: (version: string, newest: string) =>
    `The plan exists, but not in version ${version}. The newest version is ${newest}.`,
  seeNewest: (version: string) => `See version ${version}`,
  nationalTitle: 'This is a national cloud',
  nationalWhat:
    'Managed service offers may be missing from the marketplace of national clouds, just-in-time access is not supported there, and nothing can be delegated across clouds. Ask your provider for a template instead.',
  privateTitle: 'This is a private plan',
  privateWhat: 'It shows to the subscriptions that the provider listed, and can be accepted by these only.',
  cspTitle: 'This subscription came through a CSP reseller',
  cspPrivate:
    'Private plans cannot be accepted for such subscriptions. Choose another one, or ask the provider for a template.',
  cspPublic:
    'Its offer type is shared with Microsoft Customer Agreements, so it may also be an ordinary one. Private plans are not for it; public ones, such as this, are.',
  namesTitle: 'What the provider calls it',
  publisher: 'Publisher',
  offer: 'Offer',
  plan: 'Plan',
  newest: 'This is the newest version.',
  notNewest: (version: string) => `There is a newer version: ${version}.`,
  acceptedTitle: (version: string) => `Already accepted, in version ${version}`,
  acceptedWhat: 'You can delegate to it right away.',
  goDelegate: 'Delegate',
  seeOffer: 'See the accepted offer',
  meansTitle: 'What accepting means',
  means: [
    'Accepting gives nobody access. Access begins when you delegate subscriptions or resource groups.',
    'The provider gets your contact details as a sales lead: name, e-mail address, company and the like.',
    'The Azure portal shows the terms of the offer and of the marketplace before you accept. This app cannot show them.',
    'Microsoft charges nothing for the offer. What the provider charges is between you and the provider.',
  ],
  howTitle: 'How to accept it',
  how: [
    'Open the Azure portal with the button below, choose “Service provider offers”, “Add offer”, then “Add via marketplace”.',
    'Find the offer. A private plan stands under “Private products”. Choose the plan and “Subscribe” or “Create”.',
    'Choose the subscription and accept. Then come back to this page: it looks by itself whether the offer has arrived.',
  ],
  openPortal: 'Accept in the Azure portal',
  openMarketplace: 'Find it on Azure Marketplace',
  lookAgain: 'Look again',
  looking: 'Looking whether the offer has arrived',
  notYet: 'The offer has not arrived yet. Azure can take up to 15 minutes to show it.',
  waitHint: 'When you come back, this page looks by itself whether the offer has arrived.',
};

/** For the provider: a link to send. */
export const providerLink = {
  title: 'A link for your customer',
  lead: 'For providers: make a link that shows your customer this offer here, and a text to send with it.',
  field: 'Identifier of your plan',
  make: 'Make the link',
  link: 'The link',
  copyLink: 'Copy the link',
  text: 'A text to send',
  copyText: 'Copy the text',
  english: 'English',
  korean: 'Korean',
  seesTitle: 'What your customer will see',
  sees: [
    'They sign in with their own account. The link survives the sign-in.',
    'They see the offer in full: every principal and role of the version, in plain words, with its risk.',
    'They see the offer check. A fault is shown with a message that they can send you.',
    'They accept in the Azure portal, come back, choose what to delegate, and confirm. Nothing happens before that.',
  ],
  version: 'Without a version the link always shows the newest one.',
  preview: 'This offer is in preview: only its preview audience will see it.',
  show: 'See what the customer sees',
  guide: 'Are you a provider? Make a link for your customer',
  message: providerMessage,
};
