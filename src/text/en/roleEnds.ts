/** Whether an activated role lasts for a run. The title, with when it ends, is `activate.ends`. */
export const roleEnds = {
  /** How long the run is expected to need. */
  about: (minutes: string) => `about ${minutes}`,
  underAMinute: 'less than a minute',
  before: {
    enough: (time: string) => `This run is expected to need ${time}. The role lasts longer than that.`,
    close: (time: string) => `This run is expected to need ${time}. That is close: Azure may take longer.`,
    tooShort: (time: string, end: string) =>
      `This run is expected to need ${time}. Started now, it would end at about ${end}, after the role.`,
  },
  during: {
    enough: (time: string) => `What is left is expected to need ${time}. The role lasts longer than that.`,
    close: (time: string) => `What is left is expected to need ${time}. That is close: Azure may take longer.`,
    tooShort: (time: string, end: string) =>
      `What is left is expected to need ${time}. It would end at about ${end}, after the role.`,
  },
  ended: (time: string) => `Your activated role ended at ${time}`,
  endedWhat: {
    before: 'Activate it again before you start.',
    during:
      'What the run has not reached is refused by Azure and shown as failed. You can activate the role again and retry the rest.',
  },
  missed:
    'What the run has not reached when the role ends is refused by Azure and shown as failed. You can activate the role again and retry the rest.',
};
