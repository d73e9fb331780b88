import type { ProblemTexts } from '../problemTexts.ts';

const ownerHelp = 'Ask one of the Owners of this subscription to do it, or to give you the role.';
const providerHelp = 'This is for your provider to correct. Send them this message with the details below.';

export const problems = {
  notAllowed: ({ action, scope }) => ({
    title: 'You may not do this here',
    what: `Azure refused because your account does not hold ${action ?? 'the permission that this needs'}${scope === undefined ? '' : ` at ${scope}`}.`,
    next: `${ownerHelp} If you were given the role in the last few minutes, wait a little and try again.`,
  }),
  notOwner: () => ({
    title: 'You need to be an Owner here',
    what: 'Azure accepts a delegation only from an account that may assign roles on the whole subscription, even for one resource group. It may refuse guests whatever their role.',
    next: ownerHelp,
  }),
  deniedByPolicy: ({ policy }) => ({
    title: 'Your organisation does not allow this provider here',
    what: `The policy assignment ${policy ?? 'above this scope'} refused the change.`,
    next: 'Ask whoever looks after Azure Policy to add the provider’s tenant to the allowed list, then try again.',
  }),
  deniedByDenyAssignment: () => ({
    title: 'A deny assignment blocks this',
    what: 'A deny assignment at or above this scope takes the permission away, whatever roles you hold.',
    next: 'Ask the team that runs your landing zone why it is there. It cannot be overridden from here.',
  }),
  mfaNeeded: () => ({
    title: 'Azure asks you to confirm it is you',
    what: 'Changes need multi-factor authentication, and this sign-in did not include it.',
    next: 'Confirm with Microsoft. The run waits and goes on with the same scope afterwards.',
  }),
  signInNeeded: () => ({
    title: 'Your sign-in has ended',
    what: 'Azure no longer accepts this sign-in. Nothing was lost.',
    next: 'Sign in again with the same account. Everything goes on where it stopped.',
  }),
  signInCancelled: () => ({
    title: 'The sign-in was cancelled',
    what: 'You, or a policy of your organisation, ended the sign-in before it was complete.',
    next: 'Try again when you are ready. Nothing was changed.',
  }),
  consentNeeded: () => ({
    title: 'An administrator has to approve this app',
    what: 'Your organisation does not let people approve apps for themselves.',
    next: 'Ask an administrator of your tenant to approve the app once, then sign in again.',
  }),
  notInTenant: () => ({
    title: 'This account is not known in that tenant',
    what: 'You signed in with an account that is neither a member nor a guest of the tenant.',
    next: 'Sign in with an account of that organisation.',
  }),
  appNotSetUp: () => ({
    title: 'This app is not set up for your tenant',
    what: 'Microsoft does not know the app, or the address it runs at, the way it is configured.',
    next: 'Send this to whoever set the app up: the app registration and config.json do not fit together.',
  }),
  signInBlocked: () => ({
    title: 'Your organisation blocked this sign-in',
    what: 'A policy such as Conditional Access, or a missing assignment to this app, does not let this account in from here.',
    next: 'Use a device or network that your organisation allows, or ask your administrator.',
  }),
  storageBlocked: () => ({
    title: 'The browser blocks storage for this page',
    what: 'Signing in needs a little storage in this tab, and the browser does not allow it.',
    next: 'Allow site data for this address, or leave private browsing, then sign in again.',
  }),
  throttled: () => ({
    title: 'Azure asked us to slow down',
    what: 'Too many requests arrived in a short time, from this app or from others using your account.',
    next: 'Wait a minute and try again. Nothing was lost.',
  }),
  offline: () => ({
    title: 'This device is offline',
    what: 'There is no network connection at the moment.',
    next: 'Connect again. Work that was waiting goes on by itself.',
  }),
  noAnswer: ({ asked }) => ({
    title: 'No answer arrived',
    ...(asked === 'read'
      ? {
          what: 'The connection broke before Azure’s answer came. The app was only reading, so nothing was changed by it.',
          next: 'Check the network connection, then try again.',
        }
      : {
          what: 'The connection broke before Azure’s answer came. A change may or may not have been made.',
          next: 'Try again: the app first looks at what Azure has and repeats only what is missing.',
        }),
  }),
  badAnswer: () => ({
    title: 'The answer did not come from Azure',
    what: 'Something between this device and Azure, such as a proxy or a sign-in page of the network, answered instead.',
    next: 'Check the network connection, then try again.',
  }),
  azureDown: () => ({
    title: 'Azure has a problem of its own',
    what: 'Azure answered that it cannot do this at the moment.',
    next: 'Try again in a few minutes.',
  }),
  foreignAddress: ({ origin }) => ({
    title: 'The app stopped for your safety',
    what: `An answer pointed to ${origin}, which is not Azure’s address in this app’s configuration. Your sign-in was not sent there.`,
    next: 'Tell your administrator. A proxy or a wrong configuration may be the cause.',
  }),
  scopeNotFound: () => ({
    title: 'This scope was not found',
    what: 'It was deleted, moved to another tenant, or you can no longer see it.',
    next: 'Choose your scopes again.',
  }),
  subscriptionDisabled: () => ({
    title: 'This subscription is disabled',
    what: 'Azure allows no changes in a disabled subscription.',
    next: 'Ask the account’s billing owner to enable it, then try again.',
  }),
  locked: () => ({
    title: 'A lock is in the way',
    what: 'A resource lock at this scope does not allow the change.',
    next: 'Ask an Owner to remove the lock for the moment, then try again.',
  }),
  notRegistered: () => ({
    title: 'The subscription is not ready yet',
    what: 'Microsoft.ManagedServices is not registered on this subscription, or Azure has not finished registering it.',
    next: 'Try again in a few minutes. Anyone with Contributor can register it on the Registration page.',
  }),
  registrationSlow: () => ({
    title: 'Registration takes longer than usual',
    what: 'Azure still says “Registering”. It goes on by itself.',
    next: 'Come back in a few minutes and try again. Other scopes were not held up.',
  }),
  ownTenant: () => ({
    title: 'The provider’s tenant is your own',
    what: 'This offer names your own tenant as the managing one. Azure does not allow that.',
    next: providerHelp,
  }),
  managingTenantUnknown: () => ({
    title: 'The provider’s tenant does not exist',
    what: 'Azure does not know the managing tenant that this offer names.',
    next: providerHelp,
  }),
  managingTenantChanged: () => ({
    title: 'Another tenant stands behind this offer now',
    what: 'The managing tenant of an offer can never change. A different one is a different offer.',
    next: 'Do not accept this as an update. Ask your provider; then remove the old offer and review the new one.',
  }),
  roleNotAllowed: ({ why }) => ({
    title: 'The offer asks for a role that Azure does not allow',
    what: {
      dataActions: 'One of its roles reaches data directly. Azure Lighthouse does not hand out such roles.',
      restricted: 'One of its roles may hand out access itself. Azure Lighthouse does not allow that.',
      eligible: 'One of its roles may not be given just in time.',
      other: 'Azure refused one of its roles.',
    }[why],
    next: providerHelp,
  }),
  principalInvalid: () => ({
    title: 'The offer names someone who does not exist',
    what: 'One of the principals in the offer is not known in the provider’s tenant.',
    next: providerHelp,
  }),
  offerInvalid: () => ({
    title: 'Azure refused the offer itself',
    what: 'Something in the offer’s definition is not valid.',
    next: providerHelp,
  }),
  acceptInPortal: () => ({
    title: 'This offer has to be accepted in the Azure portal',
    what: 'Azure does not take the acceptance of this marketplace offer from outside the portal. Nothing was changed.',
    next: 'Accept it in the portal, then come back: the app finds it there and goes on.',
  }),
  copyMissing: () => ({
    title: 'The accepted offer is gone',
    what: 'The copy of the offer that this delegation refers to no longer exists.',
    next: 'Reload the offers and review again. Someone may have removed or replaced it.',
  }),
  copyNotReady: () => ({
    title: 'The offer is still being prepared',
    what: 'Azure has not finished storing the offer in this subscription.',
    next: 'Try again in a minute.',
  }),
  copyInUse: () => ({
    title: 'The offer is still in use',
    what: 'Azure keeps a copy of an offer as long as something is delegated to it.',
    next: 'Wait until its delegations are gone, then try again.',
  }),
  referenceRefused: () => ({
    title: 'Azure wants the offer in this subscription itself',
    what: 'A delegation may not refer to the offer’s copy in another subscription here.',
    next: 'Try again: the app stores a copy of the offer in this subscription first, as the review said.',
  }),
  alreadyDelegated: () => ({
    title: 'This is delegated already',
    what: 'Azure allows one delegation per offer at a scope, and there is one, here or above.',
    next: 'Reload to see it. Nothing needs to be done.',
  }),
  changedByOther: ({ what }) => ({
    title: 'Someone else changed this meanwhile',
    what:
      what === 'copy'
        ? 'The copy of the offer in Azure differs from the one you reviewed.'
        : 'There is a delegation at this place that differs from the one you reviewed.',
    next: 'Nothing was overwritten. Reload, look at what is there now, and review again.',
  }),
  operationFailed: () => ({
    title: 'Azure could not complete it',
    what: 'Azure accepted the change and then reported that it failed.',
    next: 'Try again. If it fails again, send the details to Azure support.',
  }),
  operationCanceled: () => ({
    title: 'Azure cancelled it',
    what: 'Azure accepted the change and then cancelled it.',
    next: 'Try again.',
  }),
  notSettled: () => ({
    title: 'Azure is not finished yet',
    what: 'Azure accepted the change but has not said that it is complete, for longer than usual.',
    next: 'Try again later: the app looks at what Azure has and repeats only what is missing.',
  }),
  notVisible: () => ({
    title: 'Azure does not show what it has accepted',
    what: 'Azure accepted the change, and ten minutes later it still cannot be read. Someone may have taken it away.',
    next: 'Look at the delegations in a few minutes, then try again.',
  }),
  cannotKeep: () => ({
    title: 'The browser has no room to keep the run',
    what: 'Each step is written down on this device before it is sent. The browser refused that, so nothing was sent.',
    next: 'Free some space, or allow site data for this address, then try again.',
  }),
  runElsewhere: () => ({
    title: 'Another run is still going',
    what: 'One run at a time, in all tabs of this browser together.',
    next: 'Wait until it has ended, then start this one again.',
  }),
  activationRefused: ({ rule }) => ({
    title: 'Azure did not accept this activation',
    what:
      rule === undefined
        ? 'A rule that your organisation set for activating this role is not met.'
        : {
            duration: 'Your organisation does not allow this role to be activated for so long.',
            justification: 'Your organisation asks for a reason.',
            ticket: 'Your organisation asks for a ticket system and a ticket number.',
          }[rule],
    next: 'Correct the request and send it again. Nothing was changed.',
  }),
  activationPending: () => ({
    title: 'You have already asked for this role',
    what: 'An earlier request for the same role is still waiting for an answer.',
    next: 'Wait for it, or cancel it in Privileged Identity Management.',
  }),
  activationExists: () => ({
    title: 'The role is active already',
    what: 'Azure says that you hold this role here now.',
    next: 'Go on where you were. Azure may need a few minutes until everything knows.',
  }),
  stopped: () => ({
    title: 'Stopped before it began',
    what: 'You stopped the run. Nothing was written for this scope.',
    next: 'Start it again when you are ready.',
  }),
  earlierStepFailed: () => ({
    title: 'Not begun: an earlier step did not end well',
    what: 'This waits for another step of the same run. That one failed or is not known, so nothing was written here.',
    next: 'Look at the step that failed, then retry: what waits for it is tried again together with it.',
  }),
  unexpected: () => ({
    title: 'Something unexpected happened',
    what: 'Azure answered in a way this app does not know. The details show its words.',
    next: 'Try again. If it stays, send the details to whoever runs this app for you.',
  }),
} satisfies ProblemTexts;
