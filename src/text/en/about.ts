import type { Format } from '../format.ts';

/** What the app keeps and reads, and what to hand to whoever helps. */
export const about = {
  privacy: {
    title: 'Privacy',
    lead: 'What this app reads, what it keeps and where, and who is told. Nothing is sent anywhere else.',
    readTitle: 'What it reads',
    reads: {
      entra:
        'From Microsoft Entra ID: your name, account name and object ID, and whether you are a member or a guest here.',
      azure:
        'From Azure Resource Manager: subscriptions, resource groups, management groups, offers and delegations, your own rights, registrations and policies. Only what your account may read, and only while you look at it.',
      owners: 'From Azure, when you ask who can help: who holds Owner on a subscription.',
      noGraph: 'This installation never asks Microsoft Graph.',
    },
    keptTitle: 'What it keeps in this browser',
    kept: 'Kept in this browser',
    column: { what: 'What', where: 'Where', until: 'Until' },
    rows: {
      tokens: ['Your sign-in: tokens of Microsoft', 'This tab’s session storage', 'you sign out or close the tab'],
      choices: [
        'What you have chosen: IDs of subscriptions and resource groups',
        'This tab’s session storage',
        'you close the tab',
      ],
      run: [
        'The last run: what was confirmed, in words and with the names it showed, and its steps as IDs',
        'This browser’s database, for your account only',
        'the next run begins, or you forget it',
      ],
      handOvers: [
        'What you let Azure run: what was confirmed, in words, with the names it showed and your reason, and the IDs of the deployments',
        'This browser’s database, for your account only',
        'you put it away',
      ],
      receipts: [
        'Receipts, at most 50: what was delegated, by whom, and why',
        'This browser’s database, for your account only',
        'newer ones take their place, or you forget them',
      ],
      seen: [
        'Which subscriptions you have seen, as IDs, to mark the new ones',
        'This browser’s local storage, for your account only',
        'you forget them',
      ],
      preferences: ['Language and theme', 'This browser’s local storage', 'you forget them'],
    },
    neverTitle: 'What it never does',
    never: [
      'There is no server behind this app. Your browser talks to Microsoft’s sign-in and to Azure, and to nobody else.',
      'No cookies of its own, no analytics, no fonts or scripts from elsewhere. The site’s content security policy lets the browser enforce that.',
      'Tokens go to Microsoft only; they are part of no address, no record and no export.',
    ],
    forgetTitle: 'Forget everything on this device',
    forgetWhat:
      'Removes receipts, the last run, the records of what Azure was let run, what was chosen, language and theme of everybody who used this app in this browser, and signs you out. Nothing changes in Azure: what it runs for you goes on, but leaves no receipt here. Save the receipts that you still need first.',
    forget: 'Forget everything on this device',
    forgetSure: 'I have saved the receipts I need',
    forgetRunning: 'A run is in progress. Stop it or let it finish first.',
    forgetUnfinished:
      'An unfinished run is stored here. Forgotten, it cannot be gone on with; what it wrote stays in Azure.',
  },
  diagnostics: {
    title: 'Diagnostics',
    lead: 'For whoever helps you. It holds no tokens and no names: read it before you copy it.',
    text: 'Diagnostics, as they are copied',
    copy: 'Copy diagnostics',
    copied: 'Copied',
    trouble: (format: Format, n: number) =>
      `${format.count(n, 'request', 'requests')} did not end well since this page was opened.`,
    refresh: 'Read again',
    contact: 'Send it to',
  },
};
