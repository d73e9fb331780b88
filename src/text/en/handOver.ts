import type { Format } from '../format.ts';

/** A change set that Azure's own deployment engine carries out. */
export const handOver = {
  button: 'Let Azure run it',
  title: 'Let Azure run it',
  loading: 'Getting it ready',
  lead: 'For estates too large for a tab, or when you cannot keep one open: Azure’s own deployment engine does what this review says, with the same ids and names, and goes on when this tab is closed.',
  points: {
    deployments: (format: Format, deployments: number, resources: number) =>
      deployments === 1
        ? `It becomes 1 deployment with ${format.count(resources, 'resource', 'resources')}. Azure takes at most 800 in one.`
        : `It becomes ${format.count(deployments, 'deployment', 'deployments')} with ${format.count(resources, 'resource', 'resources')} together: Azure takes at most 800, and 4 MB, in one.`,
    group: (name: string) => `It is made at the management group ${name}, which is above everything that is written.`,
    register: (format: Format, n: number) =>
      `Before that, the app asks Azure to register Microsoft.ManagedServices in ${format.count(n, 'subscription', 'subscriptions')}.`,
    stop: 'You can stop it; what was delegated by then stays. What fails does not hold up the rest.',
    receipt:
      'This app follows it whenever it is open in this browser. When it has ended, every scope is read back from Azure, and the receipt is made.',
    history:
      'Azure keeps up to 800 deployments in the history of a subscription and removes the oldest by itself, unless a lock keeps it from that.',
  },
  memory:
    'This browser keeps nothing for this page. If the tab is closed, Azure goes on, but nobody here follows it, and there is no receipt.',
  region: 'Region for the record of the deployment',
  regionHint: 'Only the record is kept there. Nothing that is delegated moves.',
  regionPick: 'Choose a region',
  regionLoading: 'Reading the regions',
  regionTyped: 'Azure did not give the list of regions: type the name, such as koreacentral.',
  waysHint:
    'A run tries to refer to one copy first, and stores copies only if Azure asks for it. A deployment cannot try: tick this if Azure refuses the reference.',
  tooLargeTitle: 'This does not fit',
  tooLarge:
    'It needs more than one deployment, and the parts would wait for each other because they share a copy of the offer that is yet to be stored. Choose fewer scopes, or accept the offer first and delegate then.',
  hand: (format: Format, n: number) => `Hand ${format.count(n, 'scope', 'scopes')} to Azure`,
  handSteps: (format: Format, n: number) => `Hand ${format.count(n, 'step', 'steps')} to Azure`,
  handing: 'Handing over…',
  cancel: 'Cancel',
  refused: 'Azure did not take it. Nothing was handed over.',

  page: {
    title: 'Handed to Azure',
    lead: 'What Azure’s own deployment engine is carrying out for you. It goes on without this app; the app shows how it stands.',
    emptyTitle: 'Nothing is handed to Azure',
    emptyWhat: 'On the review of a change, “Let Azure run it” hands it over. It is then followed here.',
    emptyNext: 'Offers',
    started: (time: string) => `Handed over ${time}`,
    reason: 'Reason or ticket',
    working: (format: Format, done: number, total: number) =>
      `Azure is working on it: ${format.number(done)} of ${format.count(total, 'step is', 'steps are')} through.`,
    told: (format: Format, n: number) => `${format.number(n)} done, to be read back`,
    atWork: (format: Format, n: number) => `${format.number(n)} to go`,
    confirming: 'Azure says it is done. It is read back when the whole has ended.',
    mayClose: 'You can close this tab. Azure goes on, and the app picks it up when you open it here again.',
    reading: 'Azure has ended. Every scope is being read back.',
    again: 'Azure could not be asked just now. It is asked again in half a minute; what it does goes on.',
    deployments: 'Deployments',
    correlation: 'Correlation ID',
    ended: {
      working: 'Under way',
      done: 'Succeeded',
      failed: 'Failed in part or as a whole',
      stopped: 'Stopped',
      refused: 'Not taken by Azure',
      gone: 'Not known to Azure (any more)',
    },
    rest: (format: Format, n: number) => `Review the remaining ${format.count(n, 'scope', 'scopes')}`,
    receipt: 'Receipt',
    putAway: 'Put away',
    stop: 'Stop',
    stopWhat:
      'Azure begins nothing more of it. What it is writing may still arrive, and what is delegated stays. Every scope is read back.',
    stopIt: 'Stop it',
    goOn: 'Let it go on',
    stopFollowing: 'Stop following',
    stopSure: 'Azure goes on. Nobody here follows it any more, and no receipt is made.',
    stopReally: 'Stop following it',
    keepFollowing: 'Go on following',
    live: (format: Format, done: number, total: number, failed: number) =>
      `${format.number(done)} of ${format.number(total)} through, ${format.number(failed)} failed`,
  },
  notice: {
    working: (scopes: string, provider: string) => `Azure is still working on ${scopes} for ${provider}`,
    workingWhat: 'It was handed to Azure’s own deployment engine and goes on, whether this app is open or not.',
    reading: (scopes: string, provider: string) => `Azure has ended with ${scopes} for ${provider}`,
    readingWhat: 'Each one is being read back.',
    finished: (scopes: string, provider: string) => `Azure has finished: ${scopes} for ${provider}, read back`,
    finishedPartly: (done: string, total: string, provider: string) =>
      `Azure has ended: ${done} of ${total} are in place for ${provider}`,
    open: 'See how it stands',
    receipt: 'Receipt',
  },
  receiptCarriedOut: 'Carried out by Azure’s deployment engine',
};
