/** Runs that were interrupted, or that go on in another tab. */
export const recovery = {
  /** On the start page, before anybody has signed in. */
  stored: {
    title: 'An unfinished run is stored on this device',
    next: 'Sign in with the account that began it to see where it stands and to go on.',
  },
  elsewhere: (done: string, total: string) => `A run is going in another tab: ${done} of ${total} finished.`,
  watch: 'Watch it',
  watchingTitle: 'Another tab carries out this run',
  watchingWhat: 'Here you only watch. To stop it, or to answer what Azure asks, use that tab.',
  watchedEnded: 'This run was carried out in another tab and has ended.',
  unreadable: 'A run is stored on this device that this version of the app cannot read.',
  unreadableWhat:
    'Nothing of it is lost: save the record first. What it wrote is in Azure, and the pages here show it as it is now.',
  save: 'Save the record',
  hourTitle: 'Your sign-in may end before the run does',
  hourWhat:
    'Confirm with Microsoft first, so that the run need not stop in the middle. Nothing has been written, and what you have chosen stays.',
  memoryTitle: 'This browser keeps nothing for this page',
  memoryWhat:
    'The run works all the same. But if this tab is closed before it has ended, nobody remembers where it stood, and there is no receipt.',
  fullTitle: 'There may not be enough room to keep this run',
  fullWhat:
    'Each step is written down on this device before it is sent. Free some space first, or choose fewer scopes.',
  firstTitle: 'An unfinished run comes first',
  firstWhat: 'It is shown at the top of this page. Go on with it, or forget it, then start this one.',
};
