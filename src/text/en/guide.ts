export const guide = {
  title: 'Guide',
  lead: 'How delegation works, who can do what, and what the words mean.',
  how: {
    title: 'How delegation works',
    accept:
      'Your organisation accepts a provider’s offer in the Azure Marketplace, or takes it from the provider’s template. Nobody has access yet.',
    register: 'Each subscription registers Microsoft.ManagedServices. It gives nobody access.',
    delegate:
      'An Owner of your organisation delegates subscriptions or resource groups to the offer. Now the provider’s people can work there, with exactly the roles in the offer.',
    update: 'A provider can publish a new version of an offer. It changes nothing until you accept it.',
    remove: 'You can take access back at any time.',
  },
  getOffer: {
    title: 'How an offer gets here',
    marketplace:
      'In the Azure portal, open “Service providers”, then “Service provider offers”, then “Add offer”. Choose the offer, accept it into any one subscription, then come back here.',
    template:
      'If your provider sent you a template, open it here: it is read in your browser, and goes through the same review as any other offer.',
  },
  who: {
    title: 'Who can do what',
    table: 'Roles and what they allow here',
    column: { role: 'Your role', may: 'What you can do here' },
    owner: { role: 'Owner', may: 'Delegate, register and take back, in the subscriptions you own' },
    contributor: { role: 'Contributor', may: 'Register Microsoft.ManagedServices; not delegate' },
    userAccess: {
      role: 'User Access Administrator',
      may: 'Look; delegating needs rights on managed services as well, which this role lacks',
    },
    groupOwner: {
      role: 'Owner of one resource group',
      may: 'Look; Azure asks for the right on the whole subscription, even for one resource group',
    },
    eligible: { role: 'Eligible Owner (PIM)', may: 'Activate the role first, then delegate' },
    reader: { role: 'Reader', may: 'Look' },
    guest: { role: 'Guest', may: 'Look; an account of your own organisation has to delegate' },
  },
  owners: {
    title: 'Not an Owner? See who is',
    text: 'Open an offer, choose “Delegate”, and select “Who can do this?” on a subscription: you see its Owners, and a link to send them that opens the same selection.',
    action: 'See the offers',
  },
  words: {
    title: 'Words',
    provider: ['Provider', 'The company that manages Azure for you. Not an Azure “resource provider”.'],
    offer: ['Offer', 'What a provider offers to do, with the access that it needs.'],
    copy: ['Copy', 'An accepted offer as Azure stores it in one subscription. One offer may have several.'],
    delegation: ['Delegation', 'One subscription or resource group handed to one offer.'],
    authorization: [
      'Authorization',
      'Who in the provider’s tenant gets which role. Standing: all the time. Just in time: after activation, for some hours.',
    ],
    registration: ['Registration', 'Switching on Microsoft.ManagedServices for a subscription.'],
  },
  privacy: {
    title: 'What this app keeps',
    server:
      'There is no server behind this app. Your browser talks to Microsoft’s sign-in and to Azure, and to nobody else.',
    tab: 'Your sign-in is kept in this tab and ends with it.',
    device: 'Language, theme and the last 50 receipts are kept in this browser on this device.',
  },
};
