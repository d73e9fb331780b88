import { common } from './common.ts';

export const start = {
  product: common.product,
  /** In that language: who cannot read the page must still find theirs. */
  otherLanguage: '한국어',
  theme: 'Switch between light and dark',
  promise: 'See exactly what your service provider will be able to do in your Azure subscriptions, then delegate them.',
  signIn: 'Sign in with Microsoft',
  leaving: 'Opening Microsoft sign-in…',
  owners: 'Not an Owner? Sign in to see who is',
  stepsTitle: 'How it goes',
  steps: {
    signIn: {
      name: 'Sign in',
      what: 'With your work account, on Microsoft’s own page. The app finds out where you may delegate.',
    },
    review: {
      name: 'Review',
      what: 'Read in plain words what each role lets the provider do. Choose subscriptions or resource groups.',
    },
    delegate: {
      name: 'Delegate',
      what: 'Confirm once. Every change is read back from Azure, and you keep a receipt.',
    },
  },
  who: {
    title: 'Who should do this',
    owner:
      'An Owner of the subscriptions, with an account of your own organisation. A guest cannot delegate, not even as Owner.',
    contributor: 'To register the resource provider and nothing else, Contributor is enough.',
  },
  never: {
    title: 'What this app never does',
    server: {
      lead: 'Talk to a server of its own.',
      rest: 'Your browser speaks with Microsoft Entra ID and Azure, and nobody else.',
    },
    secrets: {
      lead: 'Keep secrets.',
      rest: 'Your password stays with Microsoft. The sign-in lives in this tab and ends with it.',
    },
    writes: { lead: 'Write before you confirm.', rest: 'Until then it only reads, with the rights you have.' },
  },
};
