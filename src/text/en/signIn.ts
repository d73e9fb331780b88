import type { Format } from '../format.ts';

export const signIn = {
  signedOut: {
    title: 'You are signed out',
    next: 'Your tokens are gone from this tab. What you kept on this device, such as receipts, is still there.',
  },
  /** Before the words of Entra, kept in English as they came. */
  microsoftSays: 'What Microsoft answered',
  help: 'Help for this app:',
  approval: 'An administrator approves it here:',
  problems: {
    notInTenant: {
      title: 'This account does not belong to that organisation',
      next: 'Sign in with an account of the organisation whose subscriptions you want to delegate.',
    },
    consentNeeded: {
      title: 'An administrator has to approve this app first',
      next: 'Ask an administrator of your Microsoft Entra tenant to approve the app once for everyone. It asks for one permission: to act in Azure with your own rights.',
    },
    mfaNeeded: {
      title: 'Microsoft needs to make sure it is you',
      next: 'Sign in again and answer the second question, for example on your phone.',
    },
    signInBlocked: {
      title: 'Your organisation blocks this sign-in',
      next: 'Use a device or network that your organisation allows, or ask its administrator. The number below tells them which rule it is.',
    },
    appNotSetUp: {
      title: 'Microsoft does not accept this app as it is set up',
      next: 'Whoever runs this app has to correct its app registration or config.json. Send them the answer below.',
    },
    signInNeeded: {
      title: 'Please sign in again',
      next: 'The last sign-in has ended, or its answer did not reach this tab.',
    },
    signInCancelled: {
      title: 'You came back without signing in',
      next: 'Nothing has happened. Sign in when you are ready.',
    },
    storageBlocked: {
      title: 'Your browser keeps nothing for this site',
      next: 'Signing in needs a little storage in this tab. Allow site data for this address, then sign in.',
    },
    offline: {
      title: 'Microsoft sign-in cannot be reached',
      next: 'Check your connection, or whether a proxy blocks the address, then try again.',
    },
    throttled: {
      title: 'Too many sign-ins in a short time',
      next: 'Wait a minute, then sign in again.',
    },
    azureDown: {
      title: 'Microsoft sign-in is having trouble',
      next: 'This is on Microsoft’s side. Try again in a few minutes.',
    },
    badAnswer: {
      title: 'The answer was not one of Microsoft’s',
      next: 'Something on the way, such as a proxy, may have changed it. Try again, or from another network.',
    },
    unexpected: {
      title: 'The sign-in failed',
      next: 'Try again. If it happens again, send the answer below to whoever runs this app.',
    },
  },
  config: {
    title: 'This app is not set up yet',
    forWhom:
      'This is for whoever runs the app. Nothing has been sent anywhere, and nobody can sign in until it is put right.',
    next: 'What to do',
    retry: 'Try again',
    found: 'Found',
    faults: {
      unreachable: {
        what: 'The file config.json could not be loaded.',
        next: 'Check the connection to this site, then try again.',
      },
      missing: {
        what: 'The file config.json is missing.',
        next: 'Put config.json beside index.html. It needs two fields: clientId and tenant.',
      },
      html: {
        what: 'A web page came in place of config.json.',
        next: 'Put config.json beside index.html, and keep the host from answering missing files with the start page.',
      },
      notJson: {
        what: 'The file config.json is not valid JSON.',
        next: 'Look for a missing quote, a comma too many or a comment.',
      },
      notObject: {
        what: 'The file config.json does not hold an object.',
        next: 'It must begin with { and end with }, with the fields between them.',
      },
      fieldMissing: (field: string) => `The field ${field} is missing in config.json.`,
      fieldInvalid: (field: string) => `The field ${field} in config.json has a value that the app cannot use.`,
      fieldUnknown: {
        what: (field: string) => `There is no field ${field} in config.json that the app knows.`,
        next: (format: Format, known: readonly string[]) =>
          `Correct the name or remove the field. Known are ${format.list(known)}.`,
      },
      localElsewhere: {
        what: (hostname: string) =>
          `The field local in config.json counts only on this machine, but the app is open at ${hostname}.`,
        next: 'Remove the field local: it is for an emulated Azure on localhost.',
      },
    },
    expected: {
      text: 'Set it to the address of the schema, or remove it.',
      guid: 'Set it to the application (client) ID of the app registration, for example 00000000-0000-0000-0000-000000000000.',
      tenant: 'Set it to a tenant ID (a GUID), or to organizations to let accounts of every organisation in.',
      cloud: 'Set it to public, usgov or china, or remove it for public.',
      blockOrWarn: 'Set it to block or warn, or remove it for block.',
      guidList: 'Set it to a list of tenant IDs (GUIDs), or remove it.',
      planList: 'Set it to a list of plans, each as publisher.product.plan without a version, or remove it.',
      yesOrNo: 'Set it to true or false, or remove it for false.',
      contact: 'Set it to an e-mail address or an https address, or remove it.',
      language: 'Set it to en or ko, or remove it.',
      local: 'Set it to an object with the fields entra and arm, or remove it.',
      loopbackOrigin: 'Set it to an origin on this machine, for example http://localhost:5174, without a path.',
    },
  },
};
