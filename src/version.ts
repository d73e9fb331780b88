import { version } from '../package.json';

/** What a receipt says it was made by. */
export const app = { name: 'Lighthouse Onboarding', version } as const;
