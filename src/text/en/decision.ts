/** Which way an offer comes: one row for each thing that differs, and what this app changes about it. */
export const decision = {
  title: 'Marketplace offer or template: which one is for me?',
  answers: {
    marketplace: [
      'Take the marketplace offer',
      'if your provider has one you can accept. Its updates come to you for review.',
    ],
    template: [
      'Take the template',
      'if the provider has no offer in the marketplace, if it is a private plan and you bought your subscriptions through a reseller (CSP), or if you are in a national cloud, where marketplace offers may be missing.',
    ],
    both: ['Either way', 'you review the same access here, and nobody has any before you delegate.'],
  },
  table: 'Marketplace offer and template, compared',
  column: {
    question: 'What differs',
    marketplace: 'Marketplace offer',
    template: 'ARM template',
    app: 'What this app changes',
  },
  rows: {
    account: {
      question: 'The provider needs a Partner Center account',
      marketplace: 'Yes',
      template: 'No',
      app: 'Nothing: that is between the provider and Microsoft.',
    },
    designation: {
      question: 'The provider needs the Solutions Partner designation for Infrastructure (Azure) or Security',
      marketplace: 'Yes',
      template: 'No',
      app: 'Nothing. A designation says nothing about the access: read that here, in both cases.',
    },
    newCustomers: {
      question: 'New customers find it in the marketplace',
      marketplace: 'Yes',
      template: 'No',
      app: 'A provider’s link or a dropped file starts you at the same review.',
    },
    limited: {
      question: 'Can be limited to certain customers',
      marketplace: 'Private plans only, and not on subscriptions from a CSP reseller',
      template: 'Yes',
      app: 'Warns about reseller subscriptions before you try.',
    },
    crm: {
      question: 'Connects to the provider’s CRM',
      marketplace: 'Yes: your contact details reach the provider as a lead',
      template: 'No',
      app: 'Sends nothing about you to anybody but Azure.',
    },
    portal: {
      question: 'Must be accepted in the Azure portal',
      marketplace: 'Yes',
      template: 'No',
      app: 'Finds an accepted offer when you come back. A template never needs the portal.',
    },
    automation: {
      question: 'Can be automated for many subscriptions, resource groups or customers',
      marketplace: 'No',
      template: 'Yes',
      app: 'Delegates any number of scopes in one go, for both.',
    },
    newRoles: {
      question: 'Offers new built-in roles and features at once',
      marketplace: 'Not always',
      template: 'Yes',
      app: 'Judges roles by what Azure says of them at that moment, new ones too.',
    },
    updates: {
      question: 'Updates are reviewed and accepted in the Azure portal',
      marketplace: 'Yes',
      template: 'No: deploying a new template replaces the old access',
      app: 'Notices when a template would change an accepted offer, and changes nothing in passing.',
    },
  },
};
